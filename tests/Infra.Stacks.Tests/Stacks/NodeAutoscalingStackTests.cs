using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Who launches nodes, who advertises their GPUs and who holds room, as the configuration asks for it.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class NodeAutoscalingStackTests
{
    private const string NodeGroup = "aws:eks/nodeGroup:NodeGroup";

    [Theory]
    [InlineData("""{"kind": "clusterAutoscaler", "kubernetesVersion": "1.35"}""", "ClusterAutoscaler cluster-autoscaler,GpuNodePool t4,NvidiaDevicePlugin nvidia-device-plugin")]
    [InlineData("""{"kind": "karpenter"}""", "Karpenter karpenter,KarpenterNodePool t4,NvidiaDevicePlugin nvidia-device-plugin")]
    [InlineData("""{"kind": "autoMode"}""", "EksAutoModeNodes t4")]
    [InlineData("""{"kind": "none"}""", "GpuNodePool t4,NvidiaDevicePlugin nvidia-device-plugin")]
    public async Task Each_kind_brings_its_own_components_and_no_others(string json, string components)
    {
        var release = json.Contains("karpenter", StringComparison.Ordinal) ? "\"1.34.2-20260917\"" : null;

        Assert.Equal(components, Components(await Stack(Ours(json).With("pools[0].amiReleaseVersion", release))));
    }

    [Fact]
    public async Task Operator_exporter_and_headroom_come_when_they_are_asked_for()
    {
        Assert.Equal(
            "GpuNodePool t4,GpuOperator gpu-operator",
            Components(await Stack(SampleConfig.Eks().With("accelerators", """{"nvidia": "gpuOperator"}"""))));
        Assert.Equal(
            "GpuNodePool t4,DcgmExporter dcgm-exporter,NvidiaDevicePlugin nvidia-device-plugin,SchedulingPriorities priorities,Headroom headroom",
            Components(await Stack(SampleConfig.Eks().With("accelerators", """{"dcgmExporter": true}""").With("pools[0].headroom", """{"replicas": 1}"""))));
    }

    [Fact]
    public async Task A_T4_in_four_shares_offers_four_GPUs_to_workloads_plugin_and_autoscaler()
    {
        var stack = await Stack(Ours("""{"kind": "clusterAutoscaler", "kubernetesVersion": "1.35"}""").With("pools[0].sharing", """{"timeSlicing": 4}"""));
        var group = Tree.Of(stack.Single(NodeGroup).Inputs);

        Assert.Equal("4", (string?)group["tags"]!["k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu"]);
        Assert.Equal("time-slicing-4", (string?)group["labels"]!["nvidia.com/device-plugin.config"]);
        var values = Tree.Of(stack.Resources.Single(resource => resource.Name == "nvidia-device-plugin-release").Inputs)["values"]!;
        Assert.Contains("replicas: 4", (string)values["config"]!["map"]!["time-slicing-4"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_of_fixed_size_leaves_no_hints()
    {
        var group = Tree.Of((await Stack(SampleConfig.Eks().With("cluster.existing.nodeAutoscaler", "false").With("pools[0].capacity", """{"min": 2, "max": 2}"""))).Single(NodeGroup).Inputs);

        Assert.Null(group["tags"]?["k8s.io/cluster-autoscaler/node-template/resources/cpu"]);
    }

    private static SampleConfig Ours(string json) => SampleConfig.Eks()
        .With("cluster.existing.nodeAutoscaler", "false")
        .With("pools[0].capacity", json.Contains("none", StringComparison.Ordinal) ? """{"min": 1, "max": 2}""" : """{"max": 2}""")
        .With("nodeAutoscaling", json);

    private static string Components(MockedStack stack) => string.Join(
        ',',
        stack.Resources.Where(resource => resource.Type!.StartsWith("gpu-inference:", StringComparison.Ordinal))
            .Select(resource => $"{resource.Type!.Split(':')[2]} {resource.Name}")
            .Where(component => !component.StartsWith("ModelBucket ", StringComparison.Ordinal) && !component.EndsWith("reader", StringComparison.Ordinal)));

    private static Task<MockedStack> Stack(SampleConfig config) => MockedStack.OfAsync("x", config.ForEngine());
}
