using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Tests.Monitoring.Metrics;

public sealed class KubeResourcesTests
{
    [Theory]
    [InlineData("gpu-inference/pool", "label_gpu_inference_pool")]
    [InlineData("node.kubernetes.io/instance-type", "label_node_kubernetes_io_instance_type")]
    [InlineData("eks.amazonaws.com/capacityType", "label_eks_amazonaws_com_capacity_type")]
    public void A_label_is_written_as_kube_state_metrics_writes_it(string label, string expected) => Assert.Equal(expected, KubeResources.LabelOf(label));

    [Theory]
    [InlineData("nvidia.com/gpu", "nvidia_com_gpu")]
    [InlineData("nvidia.com/mig-1g.5gb", "nvidia_com_mig_1g_5gb")]
    public void A_resource_keeps_its_capitals_and_loses_its_marks(string resource, string expected) => Assert.Equal(expected, KubeResources.Of(resource));
}
