using System.Text.Json.Nodes;
using Infra.Core;
using Infra.Core.Projections;
using Infra.Core.Security;
using Infra.Core.Versions;
using Infra.Planning.Json;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>An image policy lets in what its own environment puts into the namespaces, the stack's own images among it.</summary>
public sealed class ImagePolicyTests
{
    private const string Component = "gpu-inference:index:ImageAdmission";

    private static readonly HashSet<string> _pinned = [.. PinnedImages.All.Select(image => image.Reference)];

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task It_lets_every_image_of_its_environment_in(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);
        if (Inputs(rendered) is not { } inputs)
        {
            return;
        }

        var policy = new ImagePolicy(inputs["sources"]!.Values<string>()!);
        Findings.None(Images(rendered, [.. inputs["namespaces"]!.Values<string>()!]).Select(policy.Problem).OfType<string>().Distinct());
    }

    [Fact]
    public async Task Production_has_one_over_images_of_the_team_and_of_the_stack()
    {
        var rendered = await RenderedEnvironment.OfAsync("prod");
        var images = Images(rendered, [.. Inputs(rendered)!["namespaces"]!.Values<string>()!]).ToList();

        Assert.Contains("docker.io/tensorflow/serving:2.19.1-gpu", images);
        Assert.Contains("210987654321.dkr.ecr.us-west-2.amazonaws.com/recommender:2.3.1", images);
    }

    // Few environments have a policy, and each may get one tomorrow.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_pinned_image_beside_models_is_allowed_wherever_a_policy_is_set(string environment)
    {
        var policy = new ImagePolicy(Inputs(await RenderedEnvironment.OfAsync("prod"))!["sources"]!.Values<string>()!);
        var rendered = await RenderedEnvironment.OfAsync(environment);
        // Those of models are warned of what others are only refused.
        var namespaces = rendered.Objects.Select(file => file.Object)
            .Where(found => (string?)found["kind"] == "Namespace" && found.SelectToken($"metadata.labels['{PodSecurityLabels.Warn}']") is not null)
            .Select(found => (string?)found.SelectToken("metadata.name"));

        Findings.None(Images(rendered, [.. namespaces]).Where(_pinned.Contains).Select(policy.Problem).OfType<string>().Distinct());
    }

    private static JToken? Inputs(RenderedEnvironment environment) =>
        JObject.Parse(PlanJson.ToText(environment.Plan))["resources"]!.SingleOrDefault(resource => (string?)resource["type"] == Component)?["inputs"];

    private static IEnumerable<string> Images(RenderedEnvironment environment, HashSet<string?> namespaces)
    {
        var objects = environment.Objects.Select(file => file.Object).ToList();
        return from found in objects
               where namespaces.Contains((string?)found.SelectToken("metadata.namespace"))
               from pods in PodProjections.Of(Json(found), name => objects.FirstOrDefault(other => (string?)other["kind"] == "ServingRuntime" && (string?)other.SelectToken("metadata.name") == name) is { } runtime ? Json(runtime) : null)
               from image in JObject.Parse(pods.Spec.ToJsonString()).SelectTokens("$..image")
               select image is JObject volume ? (string)volume["reference"]! : (string)image!;
    }

    private static JsonObject Json(JObject found) => (JsonObject)JsonNode.Parse(found.ToString())!;
}
