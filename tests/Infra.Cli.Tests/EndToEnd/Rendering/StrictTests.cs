using Infra.TestKit.Aws;
using Infra.TestKit.Helm;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>Everything that every environment sends somewhere, held against what is accepted there.</summary>
public sealed class StrictTests
{
    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task An_API_server_would_take_every_object_as_it_is(string environment)
    {
        var objects = (await RenderedEnvironment.OfAsync(environment)).Objects.ToList();

        Assert.NotEmpty(objects);
        Assert.All(objects, file => Assert.Empty(Manifests.Problems(file.Object).Select(problem => $"{file.File}: {problem}")));
    }

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task Charts_know_every_value(string environment) =>
        Assert.Empty((await RenderedEnvironment.OfAsync(environment)).Releases.SelectMany(release => HelmValues.Problems((string)release.Release["chart"]!, release.Values)));

    [SkippableTheory]
    [MemberData(nameof(Environments))]
    public async Task AWS_knows_every_word(string environment)
    {
        var resources = JObject.Parse(Planning.Json.PlanJson.ToText((await RenderedEnvironment.OfAsync(environment)).Plan))["resources"]!;

        Assert.Empty(resources.SelectMany(resource => AwsEnumerations.Problems((string)resource["type"]!, (JObject)resource["inputs"]!)));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task There_is_no_null_in_anything_that_is_planned(string environment)
    {
        var resources = JObject.Parse(Planning.Json.PlanJson.ToText((await RenderedEnvironment.OfAsync(environment)).Plan))["resources"]!;

        Assert.All(resources, resource => Assert.Empty(Manifests.Nulls((JObject)resource["inputs"]!)));
    }
}
