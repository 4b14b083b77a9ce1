namespace Infra.Stacks.Tests.Settings;

/// <summary>Who advertises GPUs, how they are shared, and what excludes what; one clear line each.</summary>
public sealed class AcceleratorRuleTests
{
    private const string A100 = """{"name": "t4", "instanceTypes": ["p4d.24xlarge"], "capacity": {"max": 2}, "sharing": {"mig": {"layout": "all-1g.5gb"}}}""";

    [Theory]
    [InlineData("DevicePlugin", "device plugin")]
    [InlineData("GpuOperator", "GPU operator")]
    public void An_image_with_a_plugin_excludes_another_one(string software, string name) => Assert.Equal(
        $"gpu-inference:pools[0].amiType: 'BOTTLEROCKET_x86_64_NVIDIA' brings a device plugin, which excludes the {name} of accelerators.nvidia; remove that key, or use an AL2023 NVIDIA image",
        SampleConfig.Eks()
            .With("accelerators", $$"""{"nvidia": "{{char.ToLowerInvariant(software[0])}}{{software[1..]}}"}""")
            .With("pools[0].amiType", "\"BOTTLEROCKET_x86_64_NVIDIA\"").Problems());

    [Theory]
    [InlineData("dcgmExporter", "DCGM exporter")]
    [InlineData("featureDiscovery", "GPU feature discovery")]
    public void The_GPU_operator_excludes_what_it_brings(string key, string name) => Assert.Equal(
        $"gpu-inference:accelerators.{key}: the GPU operator brings the {name} itself, and both can't run on one node; remove this key, or use accelerators.nvidia: devicePlugin",
        SampleConfig.Eks().With("accelerators", $$"""{"nvidia": "gpuOperator", "{{key}}": true}""").Problems());

    [Theory]
    [InlineData("""{"timeSlicing": 4, "mig": {"layout": "all-1g.5gb"}}""", "'timeSlicing' and 'mig' exclude each other")]
    [InlineData("""{"mps": 4, "mig": {"layout": "all-1g.5gb"}}""", "'mps' and 'mig' exclude each other")]
    [InlineData("""{"timeSlicing": 4, "mps": 4}""", "'timeSlicing' and 'mps' exclude each other")]
    public void A_pool_shares_in_one_way(string sharing, string problem) => Assert.StartsWith(
        $"gpu-inference:pools[0].sharing: {problem}",
        SampleConfig.Eks().With("accelerators", """{"nvidia": "gpuOperator"}""").With("pools[0]", A100).With("pools[0].sharing", sharing).Problems(),
        StringComparison.Ordinal);

    [Fact]
    public void A_T4_is_not_cut() => Assert.Contains(
        "gpu-inference:pools[0].sharing.mig: t4 GPUs can't be cut into pieces",
        SampleConfig.Eks().With("accelerators", """{"nvidia": "gpuOperator"}""").With("pools[0].sharing", """{"mig": {"layout": "all-1g.5gb"}}""").Problems(),
        StringComparison.Ordinal);

    [Fact]
    public void Somebody_has_to_cut() => Assert.Equal(
        "gpu-inference:pools[0].sharing.mig: NVIDIA's device plugin advertises pieces of a GPU, but doesn't cut them; set accelerators.nvidia: gpuOperator, whose MIG manager does",
        SampleConfig.Eks().With("pools[0]", A100).Problems());

    [Fact]
    public void The_operator_names_pieces_in_one_way() => Assert.Equal(
        "gpu-inference:pools[1].sharing.mig.strategy: the GPU operator has one strategy for the cluster, and a pool before this one has the other; use the same for all pools",
        SampleConfig.Eks().With("accelerators", """{"nvidia": "gpuOperator"}""").With("pools[0]", A100)
            .With("pools[1]", """{"name": "b", "instanceTypes": ["p4d.24xlarge"], "capacity": {"max": 2}, "sharing": {"mig": {"layout": "all-1g.5gb", "strategy": "mixed"}}}""")
            .Problems());

    [Fact]
    public void A_plugin_of_the_image_shares_by_the_settings_of_the_node()
    {
        var config = SampleConfig.Eks().With("pools[0].amiType", "\"BOTTLEROCKET_x86_64_NVIDIA\"").With("pools[0].sharing", """{"timeSlicing": 4}""");

        Assert.Equal("", config.Problems());
        Assert.Equal(
            "",
            config.With("cluster.existing.nodeAutoscaler", "false")
                .With("nodeAutoscaling", """{"kind": "karpenter", "nodeOverlays": true}""")
                .With("pools[0].amiReleaseVersion", "\"v1.26.1\"").Problems());
    }

    [Fact]
    public void Two_shares_may_be_of_one_GPU() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: the model asks for 2 GPUs, but this pool shares its GPUs, and two shares may be of one GPU; the device plugin refuses more than one; use a pool of whole GPUs",
        SampleConfig.Eks().With("pools[0].sharing", """{"timeSlicing": 4}""").With("models[0].gpus", "2").Problems());

    [Fact]
    public void Shares_count_as_GPUs()
    {
        var two = SampleConfig.Eks().With("models[0].replicas", "8");

        Assert.Contains("8 replicas of 1 GPU each, but the model's pools can hold 2", two.Problems(), StringComparison.Ordinal);
        Assert.Equal("", SampleConfig.Eks().With("models[0].replicas", "8").With("pools[0].sharing", """{"timeSlicing": 4}""").Problems());
    }
}
