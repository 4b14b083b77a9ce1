using System.Text.Json.Nodes;
using Infra.Capacity.Control;
using Infra.Capacity.Platform.Reading;

namespace Infra.Capacity.Tests.Platform;

/// <summary>What an HPA says of its behaviour, and what the API takes where it says nothing (kubernetes, pkg/apis/autoscaling/v2/defaults.go).</summary>
public sealed class RulesReaderTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void Without_behavior_the_defaults_of_the_API_hold()
    {
        var (up, down) = (RulesReader.Of(null, ScalingRules.DefaultUp), RulesReader.Of(null, ScalingRules.DefaultDown));

        Assert.Equal((0L, PolicySelect.Max, 0.1), (up.WindowMicros, up.Select, up.Tolerance));
        Assert.Equal([new ScalingPolicy(true, 100, 15 * Second), new ScalingPolicy(false, 4, 15 * Second)], up.Policies.AsEnumerable());
        Assert.Equal((300 * Second, PolicySelect.Max, 0.1), (down.WindowMicros, down.Select, down.Tolerance));
        Assert.Equal([new ScalingPolicy(true, 100, 15 * Second)], down.Policies.AsEnumerable());
    }

    [Fact]
    public void What_is_said_replaces_its_default_and_nothing_else()
    {
        var rules = RulesReader.Of(JsonNode.Parse("""{"policies": [{"type": "Pods", "value": 1, "periodSeconds": 60}], "selectPolicy": "Min"}"""), ScalingRules.DefaultDown);

        Assert.Equal((300 * Second, PolicySelect.Min, 0.1), (rules.WindowMicros, rules.Select, rules.Tolerance));
        Assert.Equal([new ScalingPolicy(false, 1, 60 * Second)], rules.Policies.AsEnumerable());
    }
}
