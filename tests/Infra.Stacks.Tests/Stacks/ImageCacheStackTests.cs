using System.Text.Json.Nodes;
using Infra.Core.Security;
using Infra.Core.Versions;
using Infra.TestKit;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>
/// Every environment of EKS, with a cache of every registry that ECR fetches from: each image that is pinned, of our own pods and of charts, comes through it, or stands here or in
/// <see cref="ChartImages.Elsewhere"/> with its reason.
/// </summary>
[Collection(nameof(OneConfiguration))]
public sealed class ImageCacheStackTests
{
    private const string Release = "kubernetes:helm.sh/v3:Release";

    // Images of our own pods that stay where their publisher has them.
    private static readonly Dictionary<string, string> _elsewhere = new()
    {
        ["nvcr.io"] = "NVIDIA's registry, which ECR doesn't fetch from",
        ["vault.habana.ai"] = "Intel's registry, which ECR doesn't fetch from",
    };

    public static TheoryData<string> Environments => [.. ShippedConfig.Files.Where(file => ShippedConfig.OfFile(file).ContainsKey("gpu-inference:aws") && !StandsOnAnother(file))];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_pinned_image_comes_through_the_cache_or_stands_in_a_list(string file)
    {
        var (stack, host) = await Cached(file);
        var repositories = stack.Resources.Where(resource => resource.Type == "aws:ecr/repository:Repository").Select(resource => (string)resource.Inputs["name"]).ToHashSet();
        var pinned = PinnedImages.All.Select(image => image.Reference).ToHashSet();
        var images = stack.Resources.Where(resource => resource.Type != Release && resource.Type!.StartsWith("kubernetes:", StringComparison.Ordinal)).SelectMany(resource => Images(Tree.Of(resource.Inputs))).Distinct().ToList();
        var own = from image in images
                  where pinned.Contains(image) && !_elsewhere.ContainsKey(image.Split('/')[0])
                  select $"{image} is pulled from its publisher";
        var missing = from image in images
                      where image.StartsWith($"{host}/", StringComparison.Ordinal) && UpstreamRegistries.NeedCredentials.ContainsKey(image.Split('/')[1])
                      let repository = image[(host.Length + 1)..].Split(':', '@')[0]
                      where !repositories.Contains(repository)
                      select $"{repository} is no repository, and nodes can't make it";

        Findings.None([.. own, .. missing, .. stack.Resources.Where(resource => resource.Type == Release).SelectMany(release => OfChart(Tree.Of(release.Inputs), host, repositories))]);
    }

    [Fact]
    public async Task Nothing_else_of_a_chart_s_values_changes()
    {
        var plain = ShippedConfig.OfFile("examples/environments/security.yaml");
        plain.Remove("gpu-inference:containerRegistry");
        plain.Remove("gpu-inference:security");
        plain["gpu-inference:huggingFaceToken"] = "x";
        plain["gpu-inference:imagePullCredentials"] = "x";
        plain["gpu-inference:tracesHeader"] = "x";
        plain["gpu-inference:alertSecrets"] = """{"on-call": "x", "platform-chat": "x"}""";
        var before = Values(await MockedStack.OfAsync("x", plain), "cluster-autoscaler-release");
        before["image"]!["repository"] = "123456789012.dkr.ecr.us-west-2.amazonaws.com/registry.k8s.io/autoscaling/cluster-autoscaler";

        Tree.Equal(before.ToJsonString(), Values((await Cached("examples/environments/security.yaml")).Stack, "cluster-autoscaler-release"));
    }

    [Fact]
    public async Task Images_that_the_configuration_names_are_pulled_from_where_it_says()
    {
        var (stack, _) = await Cached("examples/environments/jobs.yaml");
        var config = ShippedConfig.OfFile("examples/environments/jobs.yaml");
        var image = (string)JsonNode.Parse((string)config["gpu-inference:jobs"]!)![0]!["pod"]!["image"]!;

        Assert.Contains(image, stack.Resources.SelectMany(resource => Images(Tree.Of(resource.Inputs))));
    }

    // Nodes of a cluster outside of EKS have no login to the account's registry.
    [Fact]
    public async Task Outside_EKS_everything_comes_from_its_publisher()
    {
        var config = ShippedConfig.OfFile("Pulumi.local.yaml");
        config["gpu-inference:aws"] = """{"region": "us-west-2", "accountId": "123456789012"}""";
        config["gpu-inference:containerRegistry"] = """{"pullThrough": [{"registry": "quay.io"}, {"registry": "registry.k8s.io"}, {"registry": "public.ecr.aws"}]}""";
        var stack = await MockedStack.OfAsync("local", config);

        Assert.DoesNotContain(stack.Resources.SelectMany(resource => Images(Tree.Of(resource.Inputs))), image => image.Contains(".dkr.ecr.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_chart_and_registry_in_a_list_is_told_to_users()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs/images.md"));

        Findings.None(ChartImages.Elsewhere.Concat(_elsewhere).Select(one => $"| {one.Key} | {one.Value} |").Where(row => !page.Contains(row, StringComparison.Ordinal)));
    }

    // A list that nobody needs would hide the next one.
    [Fact]
    public void Every_registry_in_the_list_has_pinned_images() =>
        Assert.Equal(_elsewhere.Keys.Order(StringComparer.Ordinal), PinnedImages.All.Select(image => image.Repository.Split('/')[0]).Except(UpstreamRegistries.NeedCredentials.Keys).Distinct().Order(StringComparer.Ordinal));

    // The cache is the platform's.
    private static bool StandsOnAnother(string file) => ((string?)ShippedConfig.OfFile(file)["gpu-inference:platform"])?.Contains("\"stack\"", StringComparison.Ordinal) == true;

    private static async Task<(MockedStack Stack, string Host)> Cached(string file)
    {
        var config = ShippedConfig.OfFile(file);
        var aws = JsonNode.Parse((string)config["gpu-inference:aws"]!)!;
        var (region, account) = ((string)aws["region"]!, (string)aws["accountId"]!);
        var registry = JsonNode.Parse((string?)config["gpu-inference:containerRegistry"] ?? "{}")!;
        registry["pullThrough"] = new JsonArray([.. UpstreamRegistries.NeedCredentials.Select(upstream => Upstream(upstream.Key, upstream.Value, region, account))]);
        config["gpu-inference:containerRegistry"] = registry.ToJsonString();
        return (await MockedStack.OfAsync("x", config), UpstreamRegistries.OwnHost(account, region));
    }

    private static JsonObject Upstream(string registry, bool needsCredential, string region, string account)
    {
        var upstream = new JsonObject { ["registry"] = registry };
        if (needsCredential)
        {
            upstream["credentialArn"] = $"arn:aws:secretsmanager:{region}:{account}:secret:ecr-pullthroughcache/x-AbCdEf";
        }

        return upstream;
    }

    private static IEnumerable<string> OfChart(JsonNode release, string host, HashSet<string> repositories)
    {
        var chart = (string)release["name"]!;
        if (!ChartImages.All.ContainsKey(chart) && !ChartImages.Elsewhere.ContainsKey(chart))
        {
            return [$"{chart} is in no list"];
        }

        return from image in ChartImages.All.GetValueOrDefault(chart, [])
               let value = (string?)image.Key.Split('.').Aggregate(release["values"], (node, key) => node?[key])
               where value?.StartsWith($"{host}/{image.Default}", StringComparison.Ordinal) != true || !repositories.Contains(image.Repository)
               select $"{chart}: {image.Key} is {value ?? "nothing"}, and {image.Repository} {(repositories.Contains(image.Repository) ? "is a repository" : "is none")}";
    }

    private static JsonNode Values(MockedStack stack, string release) => Tree.Of(stack.Single(Release, release).Inputs)["values"]!;

    // Of containers, and of volumes.
    private static IEnumerable<string> Images(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(field => field is { Key: "image", Value: { } image }
            ? [image is JsonObject volume ? (string)volume["reference"]! : (string)image!]
            : Images(field.Value)),
        JsonArray list => list.SelectMany(Images),
        _ => [],
    };
}
