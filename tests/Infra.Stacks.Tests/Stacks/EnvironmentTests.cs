using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What the shipped environments have, and what they leave out.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class EnvironmentTests
{
    [Fact]
    public async Task Local_has_nothing_of_AWS_no_GPUs_and_no_monitors() => Assert.Equal(
        [
            "gpu-inference:index:InferenceService image-classifier",
            "kubernetes:apps/v1:Deployment image-classifier-deployment",
            "kubernetes:core/v1:ConfigMap image-classifier-config",
            "kubernetes:core/v1:Namespace inference",
            "kubernetes:core/v1:Service image-classifier-service",
            "kubernetes:core/v1:ServiceAccount image-classifier-service-account",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy image-classifier-network-policy",
            "kubernetes:policy/v1:PodDisruptionBudget image-classifier-disruption-budget",
            "pulumi:providers:kubernetes kubernetes",
        ],
        (await MockedStack.OfAsync("local")).Resources.Select(resource => $"{resource.Type} {resource.Name}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dev", "SPOT", 0, 4, "network-private-us-west-2a-id network-private-us-west-2b-id")]
    [InlineData("prod", "ON_DEMAND", 2, 8, "network-private-us-west-2a-id network-private-us-west-2b-id network-private-us-west-2c-id")]
    public async Task The_pool_is_as_configured(string environment, string capacityType, int min, int max, string subnets)
    {
        var nodeGroup = Tree.Of((await MockedStack.OfAsync(environment)).Single("aws:eks/nodeGroup:NodeGroup", "t4-node-group").Inputs);

        Assert.Equal(
            ($"gpu-inference-{environment}", $"gpu-inference-{environment}-t4", capacityType),
            ((string)nodeGroup["clusterName"]!, (string)nodeGroup["nodeGroupName"]!, (string)nodeGroup["capacityType"]!));
        Tree.Equal($$"""{"minSize": {{min}}, "maxSize": {{max}}, "desiredSize": {{min}}}""", nodeGroup["scalingConfig"]);
        Assert.Equal(subnets, string.Join(' ', nodeGroup["subnetIds"]!.AsArray().Select(subnet => (string)subnet!)));
    }

    [Fact]
    public async Task A_pool_of_one_zone_has_the_subnet_of_that_zone()
    {
        var config = ShippedConfig.Of("prod");
        var pools = JsonNode.Parse((string)config["gpu-inference:pools"]!)!;
        pools[0]!["zones"] = new JsonArray("us-west-2b");
        config["gpu-inference:pools"] = pools.ToJsonString();

        Tree.Equal(
            """["network-private-us-west-2b-id"]""",
            Tree.Of((await MockedStack.OfAsync("prod", config)).Single("aws:eks/nodeGroup:NodeGroup", "t4-node-group").Inputs["subnetIds"]));
    }

    [Fact]
    public async Task A_pool_whose_image_brings_the_device_plugin_gets_none()
    {
        var config = ShippedConfig.Of("dev");
        var pools = JsonNode.Parse((string)config["gpu-inference:pools"]!)!;
        pools[0]!["amiType"] = "BOTTLEROCKET_x86_64_NVIDIA";
        config["gpu-inference:pools"] = pools.ToJsonString();

        Assert.DoesNotContain((await MockedStack.OfAsync("dev", config)).Resources, resource => resource.Type == "gpu-inference:index:NvidiaDevicePlugin");
    }

    [Theory]
    [InlineData("dev", "gpu-inference-dev", "models=models-bucket-id")]
    [InlineData("prod", "gpu-inference-prod", "models=models-bucket-id")]
    [InlineData("local", "kind-kind", "")]
    public async Task The_outputs_are_what_people_and_other_stacks_read(string environment, string cluster, string buckets)
    {
        var outputs = (await MockedStack.OfAsync(environment)).Outputs;

        Assert.Equal(["buckets", "clusterName", "endpoints", "namespace"], outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(cluster, outputs["clusterName"]);
        Assert.Equal("inference", await OutputUtilities.GetValueAsync((Output<string>)outputs["namespace"]!));
        Assert.Equal(buckets, await TextOf(outputs["buckets"]));
        Assert.Equal("image-classifier=http://image-classifier.inference.svc:8501/v1/models/image-classifier", await TextOf(outputs["endpoints"]));
    }

    private static async Task<string> TextOf(object? outputs)
    {
        var entries = new List<string>();
        foreach (var (name, value) in Assert.IsType<ImmutableSortedDictionary<string, Output<string>>>(outputs))
        {
            entries.Add($"{name}={await OutputUtilities.GetValueAsync(value)}");
        }

        return string.Join(", ", entries);
    }
}
