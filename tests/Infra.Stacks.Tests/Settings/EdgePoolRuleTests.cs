namespace Infra.Stacks.Tests.Settings;

/// <summary>Nodes outside AWS: which clusters they can join, and what a model can run on them.</summary>
public sealed class EdgePoolRuleTests
{
    private const string Remote = """{"nodeCidrs": ["192.168.64.0/20"], "podCidrs": ["192.168.128.0/18"]}""";

    [Fact]
    public void A_model_runs_on_an_edge_pool_like_on_any_other() =>
        Assert.Equal("", Sample().With("models[0].pools", """["site"]""").Problems());

    [Fact]
    public void An_existing_cluster_has_its_remote_network_already() =>
        Assert.Equal("", SampleConfig.Eks().With("edgePools", """[{"name": "site", "accelerator": "gaudi", "devicesPerNode": 8}]""").Problems());

    [Theory]
    [InlineData("cluster.eks.remoteNetwork", null, "edgePools[0]: the cluster lets no nodes outside AWS join; say their networks in cluster.eks.remoteNetwork, such as {nodeCidrs: [192.168.64.0/20]}")]
    [InlineData("cluster.eks.remoteNetwork", """{"nodeCidrs": []}""", "cluster.eks.remoteNetwork.nodeCidrs: an empty list is not allowed; allowed: at least one entry")]
    [InlineData("cluster.eks.remoteNetwork", """{"nodeCidrs": ["10.0.4.0/24"]}""", "cluster.eks.remoteNetwork.nodeCidrs[0]: 10.0.4.0/24 overlaps the VPC's 10.0.0.0/16, so that traffic would not find its way; use addresses that nobody else has")]
    [InlineData("cluster.eks.serviceCidr", "\"192.168.64.0/24\"", "cluster.eks.remoteNetwork.nodeCidrs[0]: 192.168.64.0/20 overlaps the Services' 192.168.64.0/24, so that traffic would not find its way; use addresses that nobody else has")]
    [InlineData("edgePools[0].name", "\"t4\"", "edgePools[0].name: 't4' is already the name of one of the pools; names are unique")]
    [InlineData("edgePools[0].accelerator", "\"tpu\"", "edgePools[0].accelerator: 'tpu' is not allowed; allowed: nvidia, amd, gaudi")]
    [InlineData("edgePools[0].labels", """{"gpu-inference/pool": "x"}""", "edgePools[0].labels[\"gpu-inference/pool\"]: the pool sets this label itself; remove it")]
    [InlineData("edgePools[0].taints", """[{"key": "gpu-inference/edge"}]""", "edgePools[0].taints[0]: the pool sets a taint gpu-inference/edge of this effect itself; remove this one")]
    public void A_mistake_is_named_with_its_path(string path, string? json, string problem) =>
        Assert.Equal($"gpu-inference:{problem}", Sample().With(path, json).Problems());

    [Fact]
    public void Only_EKS_has_hybrid_nodes() => Assert.Equal(
        "gpu-inference:edgePools[0]: only an EKS cluster has hybrid nodes (cluster.eks or cluster.existing); describe them as existingNodes of a pool",
        SampleConfig.Local().With("edgePools", """[{"name": "site"}]""").Problems());

    [Theory]
    [InlineData("amd", "AMD GPUs")]
    [InlineData("gaudi", "Gaudi accelerators")]
    public void A_runtime_without_support_for_the_accelerators_is_refused(string accelerator, string name) => Assert.Equal(
        $"gpu-inference:models[0].pools[0]: the model asks for 1 GPU, but this pool has {name}, which the runtime's image has no support for; name a pool of NVIDIA GPUs",
        Sample().With("edgePools[0].accelerator", $"\"{accelerator}\"").With("models[0].pools", """["site"]""").Problems());

    [Fact]
    public void A_device_plugin_needs_devices() => Assert.Equal(
        "gpu-inference:pools[0].existingNodes.devicePlugin: the nodes have no accelerators that it could advertise; say gpusPerNode or remove it",
        SampleConfig.Local().With("pools[0].existingNodes.devicePlugin", "true").Problems());

    private static SampleConfig Sample() => SampleConfig.NewEks()
        .With("cluster.eks.remoteNetwork", Remote)
        .With("edgePools", """[{"name": "site", "devicesPerNode": 2}]""");
}
