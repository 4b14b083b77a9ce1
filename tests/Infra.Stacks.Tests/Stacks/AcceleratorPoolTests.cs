using System.Text;
using System.Text.Json.Nodes;
using Infra.TestKit.Aws;
using Newtonsoft.Json.Linq;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>From a pool of the configuration to the inputs of its node group and launch template, and to the daemon sets that land there.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class AcceleratorPoolTests
{
    private const string Resources = "k8s.io/cluster-autoscaler/node-template/resources/";
    private const string NvidiaTaint = "nvidia.com/gpu=present:NO_SCHEDULE";
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string Xvda = "/dev/xvda 100";
    private const string Exporter = "dcgm-exporter";
    private const string Plugin = "nvidia-device-plugin nvidia-device-plugin-gpu-feature-discovery nvidia-device-plugin-node-feature-discovery-worker";
    private const string Block = "cr-0123456789abcdef0";

    public static TheoryData<string, string, Expected> Pools => new()
    {
        {
            "p3.2xlarge", """{"legacy": true}""",
            new("AL2023_x86_64_NVIDIA", "ON_DEMAND", "nvidia-v100", NvidiaTaint, "nvidia.com/gpu=1", "", Xvda, $"{Exporter} {Plugin}")
        },
        {
            "g4dn.xlarge", """{"capacityType": "spot", "sharing": {"timeSlicing": 4}}""",
            new("AL2023_x86_64_NVIDIA", "SPOT", "nvidia-t4 config=time-slicing-4", NvidiaTaint, "nvidia.com/gpu=4", "", Xvda, $"{Exporter} {Plugin}")
        },
        {
            // The image brings the plugin, so there is none of ours, though the other pool has it.
            "g5.12xlarge", """{"amiType": "BOTTLEROCKET_x86_64_NVIDIA", "localNvme": true}""",
            new(
                "BOTTLEROCKET_x86_64_NVIDIA", "ON_DEMAND", "nvidia-a10g", NvidiaTaint, "nvidia.com/gpu=4", "",
                """
                /dev/xvda as the image
                /dev/xvdb 100
                [settings.bootstrap-commands.000-mount-instance-storage] ["apiclient", "ephemeral-storage", "init"], ["apiclient", "ephemeral-storage", "bind", "--dirs", "/var/lib/containerd", "/var/lib/kubelet", "/var/log/pods"],
                """, Exporter)
        },
        {
            "g6.xlarge", """{"localNvme": true}""",
            new("AL2023_x86_64_NVIDIA", "ON_DEMAND", "nvidia-l4", NvidiaTaint, "nvidia.com/gpu=1", "", $"{Xvda}\ninstance: localStorage: strategy: RAID0", $"{Exporter} {Plugin}")
        },
        {
            "p4d.24xlarge", """{"efa": true, "zones": ["us-west-2a"]}""",
            new(
                "AL2023_x86_64_NVIDIA", "ON_DEMAND", "nvidia-a100", NvidiaTaint, "nvidia.com/gpu=8 vpc.amazonaws.com/efa=4", "0/0 efa, 1/0 2/0 3/0 efa-only",
                $$"""{{Xvda}}{{"\n"}}placement {"groupName":"pool-placement"}""", $"aws-efa-k8s-device-plugin {Exporter} {Plugin}")
        },
        {
            "p5.48xlarge", $$$"""{"efa": true, "zones": ["us-west-2a"], "capacityType": "capacityBlock", "reservation": {"id": "{{{Block}}}"}}""",
            new(
                "AL2023_x86_64_NVIDIA", "CAPACITY_BLOCK", "nvidia-h100", NvidiaTaint, "nvidia.com/gpu=8 vpc.amazonaws.com/efa=32", $"0/0 efa, {string.Join(' ', Enumerable.Range(1, 31).Select(card => $"{card}/0"))} efa-only",
                $$$"""
                {{{Xvda}}}
                instanceType "p5.48xlarge"
                instanceMarketOptions {"marketType":"capacity-block"}
                capacityReservationSpecification {"capacityReservationTarget":{"capacityReservationId":"{{{Block}}}"}}
                """,
                $"aws-efa-k8s-device-plugin {Exporter} {Plugin}")
        },
        {
            "inf2.xlarge", "{}",
            new(
                "AL2023_x86_64_NEURON", "ON_DEMAND", "", "aws.amazon.com/neuron=present:NO_SCHEDULE", "aws.amazon.com/neuron=1 aws.amazon.com/neuroncore=2", "", Xvda,
                "neuron-device-plugin")
        },
        {
            "g5g.xlarge", "{}",
            new("AL2023_ARM_64_NVIDIA", "ON_DEMAND", "nvidia-t4g", NvidiaTaint, "nvidia.com/gpu=1", "", Xvda, $"{Exporter} {Plugin}")
        },
    };

    public static TheoryData<string, string> Configurations => Pools.Aggregate(new TheoryData<string, string>(), (data, row) =>
    {
        data.Add((string)row[0], (string)row[1]);
        return data;
    });

    [Theory]
    [MemberData(nameof(Pools))]
    public async Task A_pool_becomes_a_node_group_and_gets_its_daemon_sets(string type, string keys, Expected expected)
    {
        var stack = await MockedStack.OfAsync("prod", Config(type, keys));
        var group = Group(stack, "pool");
        var template = Template(stack);

        Assert.Equal(
            expected,
            new Expected(
                (string)group["amiType"]!,
                (string)group["capacityType"]!,
                Labels(group["labels"]!),
                string.Join(' ', group["taints"]!.AsArray().Select(taint => $"{taint!["key"]}={taint["value"]}:{taint["effect"]}")),
                Devices(group["tags"]!),
                Interfaces(template["networkInterfaces"]),
                TemplateText(template),
                Landing(stack, group)));
        Assert.Equal("pool", (string?)group["labels"]!["gpu-inference/pool"]);
        // The other pool, of plain T4 nodes, is there to see that nothing lands on it for the sake of this one.
        Assert.Equal($"{Exporter} {Plugin}", Landing(stack, Group(stack, "other")));
    }

    // The charts get the placement as values, placement and cost read it from the declared pods: both have to say the same.
    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task The_values_of_charts_put_daemon_sets_where_they_are_declared(string type, string keys)
    {
        var stack = await MockedStack.OfAsync("prod", Config(type, keys));

        Assert.All((string[])["pool", "other"], pool => Assert.Equal(
            string.Join(' ', Landing(stack, Group(stack, pool)).Split(' ').Select(ChartOf).Distinct()),
            string.Join(' ', stack.Resources.Where(resource => resource.Type == Release).Select(release => Tree.Of(release.Inputs))
                .Where(release => ByValues(release) is { } daemons && daemons.Lands(Group(stack, pool)))
                .Select(release => (string)release["name"]!).Order(StringComparer.Ordinal))));
    }

    [SkippableTheory]
    [MemberData(nameof(Pools))]
    public async Task AWS_knows_every_word_of_it(string type, string keys, Expected expected)
    {
        var stack = await MockedStack.OfAsync("prod", Config(type, keys));

        Assert.Contains(expected.AmiType, AwsEnumerations.Known("eks", "AMITypes"));
        Assert.Contains(type, AwsEnumerations.Known("ec2", "InstanceType"));
        Assert.Empty(stack.Resources.SelectMany(resource => AwsEnumerations.Problems(resource.Type!, JObject.Parse(Tree.Of(resource.Inputs).ToJsonString()))));
    }

    private static JsonNode Group(MockedStack stack, string pool) => Tree.Of(stack.Single(NodeGroup, $"{pool}-node-group").Inputs);

    private static JsonNode Template(MockedStack stack) => Tree.Of(stack.Single("aws:ec2/launchTemplate:LaunchTemplate", "pool-launch-template").Inputs);

    // What the eight have in common is tested with the component; here is what differs.
    private static string TemplateText(JsonNode template)
    {
        var words = template["blockDeviceMappings"]!.AsArray().Select(volume => $"{volume!["deviceName"]} {volume["ebs"]!["volumeSize"] ?? "as the image"}").ToList();
        words.AddRange(((string[])["placement", "instanceType", "instanceMarketOptions", "capacityReservationSpecification"])
            .Where(key => template[key] is not null).Select(key => $"{key} {template[key]!.ToJsonString()}"));
        if ((string?)template["userData"] is { } data)
        {
            words.Add(string.Join(' ', Encoding.UTF8.GetString(Convert.FromBase64String(data)).Split('\n')
                .Where(line => line.StartsWith("  ", StringComparison.Ordinal) || line.StartsWith('[')).Select(line => line.Trim())));
        }

        return string.Join('\n', words);
    }

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

    // Network card and device index of each interface.
    private static string Interfaces(JsonNode? interfaces) => string.Join(
        ", ",
        (interfaces?.AsArray() ?? []).GroupBy(one => (string)one!["interfaceType"]!)
            .Select(type => $"{string.Join(' ', type.Select(one => $"{one!["networkCardIndex"]}/{one["deviceIndex"]}"))} {type.Key}"));

    // Of the charts; the add-ons of EKS have a pod on every node, whatever its taints.
    private static string Landing(MockedStack stack, JsonNode group) => string.Join(
        ' ',
        stack.Resources
            .Where(resource => resource.Type is { } type && type.StartsWith("gpu-inference:", StringComparison.Ordinal) && !type.EndsWith(":EksAddOn", StringComparison.Ordinal))
            .SelectMany(component => Tree.Of(component.Inputs)["footprint"]?.AsArray() ?? [])
            .Where(footprint => (string?)footprint!["kind"] == "DaemonSet" && NodeFit.OfFootprint(footprint).Lands(group))
            .Select(footprint => (string)footprint!["workload"]!)
            .Order(StringComparer.Ordinal));

    private static string ChartOf(string workload) => workload switch
    {
        "neuron-device-plugin" => "neuron-helm-chart",
        _ when workload.StartsWith("nvidia-device-plugin", StringComparison.Ordinal) => "nvidia-device-plugin",
        _ => workload,
    };

    // Where a chart takes the placement of its daemon sets from; null for charts without any.
    private static NodeFit? ByValues(JsonNode release)
    {
        var values = release["values"]!;
        switch ((string)release["name"]!)
        {
            case "cluster-autoscaler":
                return null;
            case "neuron-helm-chart":
                return NodeFit.Of(values["devicePlugin"]!);
            case "aws-efa-k8s-device-plugin":
                var labels = values["supportedInstanceLabels"]!;
                var key = (string)Assert.Single(labels["keys"]!.AsArray())!;
                return NodeFit.Of(new JsonObject
                {
                    ["affinity"] = JsonNode.Parse($$$$"""
                        {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [
                          {"matchExpressions": [{"key": "{{{{key}}}}", "operator": "In", "values": {{{{labels["values"]!.ToJsonString()}}}}}]}]}}}
                        """),
                    ["tolerations"] = values["tolerations"]!.DeepClone(),
                });
            case "nvidia-device-plugin":
                Assert.Equal(values["affinity"]!.ToJsonString(), values["nfd"]!["worker"]!["affinity"]!.ToJsonString());
                Assert.Equal(values["tolerations"]!.ToJsonString(), values["nfd"]!["worker"]!["tolerations"]!.ToJsonString());
                return NodeFit.Of(values);
            default:
                return NodeFit.Of(values);
        }
    }

    private static JsonObject Config(string type, string keys)
    {
        var pool = JsonNode.Parse(keys)!.AsObject();
        pool["name"] = "pool";
        pool["instanceTypes"] = new JsonArray(type);
        pool["capacity"] = new JsonObject { ["max"] = 2 };
        var other = JsonNode.Parse("""{"name": "other", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 1}}""");
        var config = ShippedConfig.Of("prod");
        config["gpu-inference:pools"] = new JsonArray(pool, other).ToJsonString();
        foreach (var key in (string[])["models", "jobs", "trainings", "monitoring"])
        {
            config.Remove($"gpu-inference:{key}");
        }

        return config;
    }

    /// <summary>What a pool's resources say.</summary>
    public sealed record Expected(
        string AmiType, string CapacityType, string Labels, string Taints, string Devices, string Interfaces, string Template, string DaemonSets);
}
