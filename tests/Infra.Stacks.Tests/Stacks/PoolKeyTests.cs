using System.Text.Json;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Every key of a pool, for everybody who launches nodes: it changes the plan or is refused by its path, and never means nothing.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class PoolKeyTests
{
    private const string Reservation = """{"id": "cr-0123456789abcdef0"}""";

    // A value for each key, and what makes it possible. Who launches nodes for pods refuses: K(arpenter), A(uto Mode), or both.
    private static readonly (string Key, string Json, string Refused, (string Path, string Json)[] Before)[] _keys =
    [
        ("name", "\"gpus\"", "", [("models", "[]")]),
        ("instanceTypes", """["g4dn.2xlarge"]""", "", []),
        ("capacityType", "\"spot\"", "", []),
        ("reservation", Reservation, "", [("pools[0].instanceTypes", """["g4dn.xlarge"]"""), ("pools[0].zones", """["us-west-2a"]""")]),
        ("legacy", "true", "A", [("pools[0].instanceTypes", """["p3.2xlarge"]""")]),
        ("capacity", """{"max": 3}""", "", []),
        ("amiType", "\"BOTTLEROCKET_x86_64_NVIDIA\"", "A", [("pools[0].amiReleaseVersion", "\"1.26.1-943d9a41\"")]),
        ("amiReleaseVersion", "\"1.35.5-20260520\"", "A", []),
        ("rootVolume", "\"300Gi\"", "", []),
        ("rootVolumeIops", "6000", "", []),
        ("rootVolumeThroughput", "500", "", [("pools[0].rootVolumeIops", "6000")]),
        ("localNvme", "true", "A", []),
        ("images", """{"parallelPull": true}""", "A", [("pools[0].rootVolumeThroughput", "600")]),
        ("zones", """["us-west-2b"]""", "", []),
        ("perZone", "true", "KA", []),
        ("efa", "true", "A", [("pools[0].instanceTypes", """["p4d.24xlarge"]"""), ("pools[0].zones", """["us-west-2a"]""")]),
        ("update", """{"maxUnavailable": 2}""", "KA", []),
        ("repair", """{"enabled": false}""", "KA", []),
        ("labels", """{"team": "vision"}""", "", []),
        ("taints", """[{"key": "team", "value": "vision"}]""", "", []),
        ("sharing", """{"timeSlicing": 4}""", "A", []),
        ("headroom", """{"replicas": 1}""", "", []),
        ("existingNodes", """{"labels": {"team": "vision"}}""", "", []),
    ];

    public static IEnumerable<object[]> Cases => _keys.SelectMany(_ => new[] { "clusterAutoscaler", "karpenter", "autoMode" }, (key, kind) => new object[] { key.Key, kind });

    [Fact]
    public void Every_key_is_asked_about() =>
        Assert.Equal(ConfigShape.Of<PoolConfig>() is ConfigShape.Record record ? record.Keys.Select(key => key.Name).Order() : [], _keys.Select(key => key.Key).Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_changes_the_plan_or_is_refused(string key, string kind)
    {
        var row = _keys.Single(candidate => candidate.Key == key);
        var refused = row.Refused.Contains(kind switch { "karpenter" => 'K', "autoMode" => 'A', _ => '-' });
        // Existing nodes are the whole pool.
        var (path, json) = key == "existingNodes" ? ("pools[0]", $$"""{"name": "t4", "{{key}}": {{row.Json}}}""") : ($"pools[0].{key}", row.Json);
        var problems = Config(kind, row, path, json).Problems();

        if (refused)
        {
            Assert.Contains($"gpu-inference:pools[0].{key}", problems, StringComparison.Ordinal);
            return;
        }

        Assert.Equal("", problems);
        Assert.NotEqual(await PlanAsync(Config(kind, row, path: null, json)), await PlanAsync(Config(kind, row, path, json)));
    }

    private static SampleConfig Config(string kind, (string Key, string Json, string Refused, (string Path, string Json)[] Before) row, string? path, string json)
    {
        var config = SampleConfig.NewEks()
            .With("nodeAutoscaling", kind == "karpenter" ? """{"kind": "karpenter", "nodeOverlays": true}""" : $$"""{"kind": "{{kind}}"}""");
        if (kind == "karpenter")
        {
            config.With("pools[0].amiReleaseVersion", "\"1.35.5-20260527\"");
        }

        foreach (var (before, value) in row.Before)
        {
            config.With(before, value);
        }

        return path is null ? config : config.With(path, json);
    }

    /// <summary>What is registered, or why nothing is: a legacy type without its word, an image with another's release.</summary>
    private static async Task<string> PlanAsync(SampleConfig config)
    {
        if (config.Problems() is { Length: > 0 } problems)
        {
            return problems;
        }

        var resources = (await MockedStack.OfAsync("x", config.ForEngine())).Resources
            .Where(resource => !resource.Type!.StartsWith("gpu-inference:", StringComparison.Ordinal))
            .Select(resource => $"{resource.Type} {resource.Name} {Text(resource.Inputs)}");
        return string.Join('\n', resources.Order(StringComparer.Ordinal));
    }

    private static string Text(object inputs) => JsonSerializer.Serialize(Tree.Of(inputs));
}
