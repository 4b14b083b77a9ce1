using Infra.Cli.Tests.EndToEnd.Rendering;
using Infra.TestKit.Helm;
using Infra.TestKit.Kubernetes;

namespace Infra.Cli.Tests.Seeds;

/// <summary>What the scenarios render is what an API server and the charts accept.</summary>
public sealed class SeedScenarioTests
{
    public static TheoryData<string> Files => [.. SeedScenario.Files];

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task An_API_server_would_take_every_object_as_it_is(string file)
    {
        var objects = (await RenderedEnvironment.OfAsync(file)).Objects.ToList();

        Assert.NotEmpty(objects);
        Assert.All(objects, one => Assert.Empty(Manifests.Problems(one.Object).Select(problem => $"{one.File}: {problem}")));
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public async Task Charts_know_every_value(string file) => Assert.Empty((await RenderedEnvironment.OfAsync(file)).Releases
        // Nobody has this chart's values among the facts; the tests of the component have those that it sets.
        .Where(release => !((string)release.Release["chart"]!).EndsWith("/neuron-helm-chart", StringComparison.Ordinal))
        .SelectMany(release => HelmValues.Problems((string)release.Release["chart"]!, release.Values)));
}
