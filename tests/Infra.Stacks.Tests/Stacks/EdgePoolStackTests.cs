using System.Collections.Immutable;
using Infra.Stacks.Tests.Settings;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Nodes outside AWS, and accelerators that EC2 doesn't have.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class EdgePoolStackTests
{
    [Fact]
    public async Task The_cluster_knows_their_networks_and_gives_roles_to_pods_there()
    {
        var stack = await Edge("nvidia");

        Tree.Equal(
            """{"remoteNodeNetworks": {"cidrs": ["192.168.64.0/20"]}, "remotePodNetworks": {"cidrs": ["192.168.128.0/18"]}}""",
            Tree.Of(stack.Single("aws:eks/cluster:Cluster").Inputs)["remoteNetworkConfig"]);
        Assert.Equal("""{"daemonsets":{"hybrid":{"create":true}}}""", stack.Single("aws:eks/addon:Addon", "eks-pod-identity-agent-addon").Inputs["configurationValues"]);
    }

    [Fact]
    public async Task What_a_host_joins_with_is_an_output()
    {
        var configs = Assert.IsType<ImmutableSortedDictionary<string, Output<string>>>((await Edge("nvidia")).Outputs["edgeNodeConfigs"]);

        Assert.Equal(["site"], configs.Keys);
        var config = await OutputUtilities.GetValueAsync(configs["site"]);
        Assert.Contains("\n    name: gpu-inference-x\n    region: us-west-2\n", config, StringComparison.Ordinal);
        Assert.Contains("\n      - --node-labels=gpu-inference/pool=site,nvidia.com/gpu.present=true\n", config, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_there_waits_for_nothing_in_EC2_and_selects_the_pool()
    {
        var stack = await Edge("nvidia", """["site"]""");
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment").Inputs)["spec"]!["template"]!["spec"]!;

        Tree.Equal("""{"gpu-inference/pool": "site"}""", pod["nodeSelector"]);
        Assert.Equal(["gpu-inference/edge", "nvidia.com/gpu"], pod["tolerations"]!.AsArray().Select(toleration => (string?)toleration!["key"]));
    }

    [Fact]
    public async Task A_cluster_without_them_says_nothing_of_it()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks().ForEngine());

        Assert.False(stack.Single("aws:eks/cluster:Cluster").Inputs.ContainsKey("remoteNetworkConfig"));
        Assert.False(stack.Single("aws:eks/addon:Addon", "eks-pod-identity-agent-addon").Inputs.ContainsKey("configurationValues"));
    }

    [Fact]
    public async Task NVIDIA_GPUs_there_have_the_device_plugin_of_all_pools() => Assert.Equal(
        ["site", "t4"],
        Pools(await Edge("nvidia"), "NvidiaDevicePlugin"));

    [Theory]
    [InlineData("amd", "AmdDevicePlugin")]
    [InlineData("gaudi", "GaudiDevicePlugin")]
    public async Task Other_accelerators_have_their_own(string accelerator, string component) =>
        Assert.Equal(["site"], Pools(await Edge(accelerator), component));

    [Fact]
    public async Task Existing_nodes_have_one_if_their_owner_leaves_it_to_the_stack()
    {
        var config = SampleConfig.Local()
            .With("pools[1]", """{"name": "instinct", "existingNodes": {"labels": {"gpu": "mi300x"}, "gpusPerNode": 8, "accelerator": "amd", "devicePlugin": true}}""");
        var stack = await MockedStack.OfAsync("x", config.ForEngine());

        Assert.Equal(["instinct"], Pools(stack, "AmdDevicePlugin"));
        Tree.Equal("""{"gpu": "mi300x"}""", Tree.Of(stack.Single("kubernetes:apps/v1:DaemonSet").Inputs)["spec"]!["template"]!["spec"]!["nodeSelector"]);
    }

    private static Task<MockedStack> Edge(string accelerator, string models = """["t4"]""") => MockedStack.OfAsync("x", SampleConfig.NewEks()
        .With("cluster.eks.remoteNetwork", """{"nodeCidrs": ["192.168.64.0/20"], "podCidrs": ["192.168.128.0/18"]}""")
        .With("edgePools", $$"""[{"name": "site", "accelerator": "{{accelerator}}", "devicesPerNode": 2}]""")
        .With("models[0].pools", models)
        .ForEngine());

    private static IEnumerable<string> Pools(MockedStack stack, string component) =>
        Tree.Of(stack.Single($"gpu-inference:index:{component}").Inputs)["pools"]!.AsArray().Select(pool => (string)pool!["name"]!).Order(StringComparer.Ordinal);
}
