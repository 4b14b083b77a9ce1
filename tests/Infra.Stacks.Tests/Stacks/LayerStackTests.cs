using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>A stack of models on another stack's platform: examples/environments/models.yaml on platform.yaml.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class LayerStackTests
{
    private const string PlatformFile = "examples/environments/platform.yaml";
    private const string ModelsFile = "examples/environments/models.yaml";

    [Fact]
    public async Task Models_of_a_layer_are_those_of_one_stack()
    {
        var layer = await LayerAsync(await PlatformAsync());
        var both = await MockedStack.OfAsync("platform", OneStack());

        var objects = Objects(layer);
        Assert.Equal(42, objects.Count);
        // AWS makes ARNs from names and ids; the mocks make them from the resource's name.
        var one = Objects(both).ToDictionary(found => found.Key, found => found.Value
            .Replace("arn:models-bucket", "arn:aws:s3:::models-bucket-id", StringComparison.Ordinal)
            .Replace("arn:models-key", "arn:aws:kms:us-west-2:123456789012:key/1234abcd", StringComparison.Ordinal));
        Assert.Equal([], objects.Where(found => one.GetValueOrDefault(found.Key) != found.Value).Select(found => $"{found.Key}\n{found.Value}\n{one.GetValueOrDefault(found.Key)}"));
    }

    [Fact]
    public async Task A_layer_declares_nothing_of_the_platform()
    {
        var layer = await LayerAsync(await PlatformAsync());

        Assert.Equal(
            ["aws", "kubernetes", "platform"],
            layer.Resources.Where(resource => resource.Type!.StartsWith("pulumi:", StringComparison.Ordinal)).Select(resource => resource.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(layer.Resources, resource => resource.Type is "kubernetes:core/v1:Namespace" or "kubernetes:helm.sh/v3:Release" or "aws:eks/nodeGroup:NodeGroup" or "aws:eks/cluster:Cluster");
        Assert.Equal(["image-classifier", "score-archive", "sentiment"], Components(layer, "InferenceService", "BatchInference"));
    }

    [Fact]
    public async Task The_platform_has_what_it_offers_though_nothing_of_it_needs_it()
    {
        var platform = await PlatformAsync();

        Assert.Equal(["keda", "kserve", "priorities"], Components(platform, "KedaOperator", "KServeOperator", "SchedulingPriorities", "KubeRayOperator", "VerticalRecommender"));
        Assert.Equal(
            """
            aws: us-west-2, 123456789012
            buckets.models: made
            cluster: gpu-inference-platform
            images: from where they are published
            monitoring.gpus: exported
            monitoring.prometheus: http://kube-prometheus-stack-prometheus.monitoring.svc:9090
            monitoring.prometheusOperator: namespace monitoring; labels 
            namespaces.inference: made
            namespaces.team-vision: made
            offers.keda: installed
            offers.kserve: installed
            offers.priorities: installed
            pools.t4: labels gpu-inference/pool=t4, k8s.amazonaws.com/accelerator=nvidia-t4, nvidia.com/gpu.present=true; selector gpu-inference/pool=t4; taints nvidia.com/gpu=present:NoSchedule; devices nvidia.com/gpu 1; types g4dn.xlarge, g4dn.2xlarge; rootVolume 200Gi; images one by one
            """,
            string.Join('\n', Facts(platform).Select(fact => $"{fact.Key}: {fact.Value}")));
    }

    [Fact]
    public async Task A_layer_reads_the_bucket_of_the_platform()
    {
        var layer = await LayerAsync(await PlatformAsync());

        Assert.Contains("arn:aws:s3:::models-bucket-id/image-classifier/*", (string)layer.Single("aws:iam/rolePolicy:RolePolicy", "image-classifier-reader-policy").Inputs["policy"]);
        Assert.Contains("arn:aws:kms:us-west-2:123456789012:key/1234abcd", (string)layer.Single("aws:iam/rolePolicy:RolePolicy", "image-classifier-reader-policy").Inputs["policy"]);
    }

    [Fact]
    public async Task Where_both_agree_the_layer_says_whose_platform_it_is() =>
        Assert.Equal("organization/gpu-inference/platform", await ValueAsync((await LayerAsync(await PlatformAsync())).Outputs["platform"]));

    [Fact]
    public async Task Where_they_don_t_an_update_fails_and_says_what_differs()
    {
        var facts = Facts(await PlatformAsync()).SetItem("pools.t4", "labels other").Remove("offers.kserve").Remove("namespaces.team-vision");

        var exception = await Assert.ThrowsAsync<RunException>(() => RunLayerAsync(new MockedStack { Referenced = Outputs(facts) }));

        Assert.Contains(
            """
            3 problems in Pulumi.models.yaml:
              gpu-inference:platform.stack: 'organization/gpu-inference/platform' has no namespaces.team-vision; name one that it has, or add it there and update it first
              gpu-inference:platform.stack: 'organization/gpu-inference/platform' has no offers.kserve; add kserve to platform.offers there, and update it first
              gpu-inference:platform.stack: pools.t4 of 'organization/gpu-inference/platform' is 'labels other', but this stack counts on 'labels gpu-inference/pool=t4, k8s.amazonaws.com/accelerator=nvidia-t4, nvidia.com/gpu.present=true; selector gpu-inference/pool=t4; taints nvidia.com/gpu=present:NoSchedule; devices nvidia.com/gpu 1; types g4dn.xlarge, g4dn.2xlarge; rootVolume 200Gi; images one by one'; make both configurations say the same
            """,
            exception.Message);
    }

    [Fact]
    public async Task A_stack_that_is_no_platform_is_refused()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => RunLayerAsync(new MockedStack { Referenced = Outputs(ImmutableSortedDictionary<string, string>.Empty).Remove("layer") }));

        Assert.Contains(
            "gpu-inference:platform.stack: 'organization/gpu-inference/platform' is no platform for stacks of models: it has no output 'layer'; say platform: {offers: […]} in its configuration, and update it first",
            exception.Message);
    }

    private static Task<MockedStack> PlatformAsync() => MockedStack.OfAsync("platform", ShippedConfig.OfFile(PlatformFile));

    private static async Task<MockedStack> LayerAsync(MockedStack platform)
    {
        var layer = new MockedStack { Referenced = Outputs(Facts(platform)) };
        await RunLayerAsync(layer);
        return layer;
    }

    private static Task RunLayerAsync(MockedStack layer) => layer.RunAsync("models", ShippedConfig.OfFile(ModelsFile));

    private static ImmutableSortedDictionary<string, string> Facts(MockedStack platform) => (ImmutableSortedDictionary<string, string>)platform.Outputs["layer"]!;

    private static ImmutableDictionary<string, object> Outputs(ImmutableSortedDictionary<string, string> facts) => new Dictionary<string, object>
    {
        ["layer"] = facts.ToImmutableDictionary(fact => fact.Key, fact => (object)fact.Value),
        ["buckets"] = ImmutableDictionary<string, object>.Empty.Add("models", "models-bucket-id"),
        ["bucketKeys"] = ImmutableDictionary<string, object>.Empty.Add("models", "1234abcd"),
    }.ToImmutableDictionary();

    // The same models in the stack of the platform.
    private static JsonObject OneStack()
    {
        var (platform, models) = (ShippedConfig.OfFile(PlatformFile), ShippedConfig.OfFile(ModelsFile));
        platform.Remove("gpu-inference:platform");
        platform["gpu-inference:models"] = (string?)models["gpu-inference:models"];
        platform["gpu-inference:jobs"] = (string?)models["gpu-inference:jobs"];
        platform["gpu-inference:storage"] = """{"protect": false, "buckets": [{"name": "models"}, {"name": "vision-data"}]}""";
        return platform;
    }

    // What a cluster and an account get, by type and name.
    private static ImmutableSortedDictionary<string, string> Objects(MockedStack stack) => stack.Resources
        .Where(resource => resource.Type!.Split(':')[0] is "kubernetes" or "aws" or "gpu-inference")
        .ToImmutableSortedDictionary(resource => $"{resource.Type} {resource.Name}", resource => JsonSerializer.Serialize(new SortedDictionary<string, object>(resource.Inputs, StringComparer.Ordinal)), StringComparer.Ordinal);

    private static IEnumerable<string> Components(MockedStack stack, params string[] types) => stack.Resources
        .Where(resource => types.Contains(resource.Type!.Split(':')[^1]) && resource.Type.StartsWith("gpu-inference:", StringComparison.Ordinal))
        .Select(resource => resource.Name!)
        .Order(StringComparer.Ordinal);

    private static async Task<object?> ValueAsync(object? output) => output is Output<string> text ? await OutputUtilities.GetValueAsync(text) : output;
}
