using System.Text.Json.Nodes;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>From a pool of the configuration to the inputs of its node group and launch template, and to the daemon sets that land there.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class AcceleratorPoolTests
{
    private const string Resources = "k8s.io/cluster-autoscaler/node-template/resources/";
    private const string NvidiaTaint = "nvidia.com/gpu=present:NO_SCHEDULE";

    public static TheoryData<string, string, Expected> Pools => new()
    {
        {
            "p3.2xlarge", """{"legacy": true}""",
            new("AL2023_x86_64_NVIDIA", "nvidia-v100", NvidiaTaint, "nvidia.com/gpu=1", "", "", "nvidia-device-plugin")
        },
        {
            "g4dn.xlarge", """{"capacityType": "spot", "sharing": {"timeSlicing": 4}}""",
            new("AL2023_x86_64_NVIDIA", "nvidia-t4 config=time-slicing-4", NvidiaTaint, "nvidia.com/gpu=4", "", "", "nvidia-device-plugin")
        },
        {
            "g5.12xlarge", """{"amiType": "BOTTLEROCKET_x86_64_NVIDIA", "localNvme": true}""",
            new("BOTTLEROCKET_x86_64_NVIDIA", "nvidia-a10g", NvidiaTaint, "nvidia.com/gpu=4", "", "userData", "")
        },
        {
            "g6.xlarge", """{"localNvme": true}""",
            new("AL2023_x86_64_NVIDIA", "nvidia-l4", NvidiaTaint, "nvidia.com/gpu=1", "", "userData", "nvidia-device-plugin")
        },
        {
            "p4d.24xlarge", """{"efa": true, "zones": ["us-west-2a"]}""",
            new(
                "AL2023_x86_64_NVIDIA", "nvidia-a100", NvidiaTaint, "nvidia.com/gpu=8 vpc.amazonaws.com/efa=4", "efa + 3 efa-only", "placement",
                "aws-efa-k8s-device-plugin nvidia-device-plugin")
        },
        {
            "p5.48xlarge", """{"efa": true, "zones": ["us-west-2a"], "capacityType": "capacityBlock", "reservation": {"id": "cr-0123456789abcdef0"}}""",
            new(
                "AL2023_x86_64_NVIDIA", "nvidia-h100", NvidiaTaint, "nvidia.com/gpu=8 vpc.amazonaws.com/efa=32", "efa + 31 efa-only",
                "capacityReservationSpecification instanceMarketOptions instanceType", "aws-efa-k8s-device-plugin nvidia-device-plugin")
        },
        {
            "inf2.xlarge", "{}",
            new("AL2023_x86_64_NEURON", "", "aws.amazon.com/neuron=present:NO_SCHEDULE", "aws.amazon.com/neuron=1 aws.amazon.com/neuroncore=2", "", "", "neuron-helm-chart")
        },
        {
            "g5g.xlarge", "{}",
            new("AL2023_ARM_64_NVIDIA", "nvidia-t4g", NvidiaTaint, "nvidia.com/gpu=1", "", "", "nvidia-device-plugin")
        },
    };

    [Theory]
    [MemberData(nameof(Pools))]
    public async Task A_pool_becomes_a_node_group_and_gets_its_daemon_sets(string type, string keys, Expected expected)
    {
        var stack = await MockedStack.OfAsync("dev", Config(type, keys));
        var group = Tree.Of(stack.Single("aws:eks/nodeGroup:NodeGroup", "pool-node-group").Inputs);
        var template = Tree.Of(stack.Single("aws:ec2/launchTemplate:LaunchTemplate", "pool-launch-template").Inputs);

        Assert.Equal(
            expected,
            new Expected(
                (string)group["amiType"]!,
                Labels(group["labels"]!),
                string.Join(' ', group["taints"]!.AsArray().Select(taint => $"{taint!["key"]}={taint["value"]}:{taint["effect"]}")),
                Devices(group["tags"]!),
                Interfaces(template["networkInterfaces"]),
                Extras(template),
                Plugins(stack, "pool")));
        Assert.Equal("pool", (string?)group["labels"]!["gpu-inference/pool"]);
    }

    // What the eight have in common is tested with the component; here is what differs.
    private static string Extras(JsonNode template) => string.Join(
        ' ',
        template.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal)
            .Except(["description", "updateDefaultVersion", "metadataOptions", "blockDeviceMappings", "tagSpecifications", "networkInterfaces"]));

    private static string Labels(JsonNode labels)
    {
        var accelerator = (string?)labels["k8s.amazonaws.com/accelerator"];
        var config = labels["nvidia.com/device-plugin.config"] is { } name ? $" config={name}" : "";
        Assert.Equal(accelerator is null ? null : "true", (string?)labels["nvidia.com/gpu.present"]);
        return $"{accelerator}{config}";
    }

    private static string Devices(JsonNode tags) => string.Join(
        ' ',
        tags.AsObject()
            .Where(tag => tag.Key.StartsWith(Resources, StringComparison.Ordinal) && tag.Key[Resources.Length..].Contains('/', StringComparison.Ordinal))
            .Select(tag => $"{tag.Key[Resources.Length..]}={tag.Value}")
            .Order(StringComparer.Ordinal));

    private static string Interfaces(JsonNode? interfaces)
    {
        if (interfaces is null)
        {
            return "";
        }

        var types = interfaces.AsArray().Select(one => (string)one!["interfaceType"]!).ToList();
        Assert.All(types.Skip(1), type => Assert.Equal("efa-only", type));
        return $"{types[0]} + {types.Count - 1} efa-only";
    }

    private static string Plugins(MockedStack stack, string pool) => string.Join(
        ' ',
        stack.Resources
            .Where(resource => resource.Type == "kubernetes:helm.sh/v3:Release")
            .Where(release => Tree.Of(release.Inputs)["values"]!.ToJsonString().Contains($"\"{pool}\"", StringComparison.Ordinal))
            .Select(release => (string)Tree.Of(release.Inputs)["name"]!)
            .Order(StringComparer.Ordinal));

    private static JsonObject Config(string type, string keys)
    {
        var pool = JsonNode.Parse(keys)!.AsObject();
        pool["name"] = "pool";
        pool["instanceTypes"] = new JsonArray(type);
        pool["capacity"] = new JsonObject { ["max"] = 2 };
        var config = ShippedConfig.Of("dev");
        config["gpu-inference:pools"] = new JsonArray(pool).ToJsonString();
        config.Remove("gpu-inference:models");
        return config;
    }

    /// <summary>What a pool's resources say.</summary>
    public sealed record Expected(string AmiType, string Labels, string Taints, string Devices, string Interfaces, string Extras, string Plugins);
}
