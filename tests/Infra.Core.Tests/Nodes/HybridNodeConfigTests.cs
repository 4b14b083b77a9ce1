using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class HybridNodeConfigTests
{
    [Fact]
    public void A_host_registers_with_labels_and_taints_and_lacks_its_activation_alone() => Assert.Equal(
        """
        # A host of the pool site (docs/edge-pools.md). Its activation:
        # aws ssm create-activation --region us-west-2 --iam-role site-role --registration-limit 1 --default-instance-name site --tags Key=EKSClusterARN,Value=arn:aws:eks:us-west-2:123456789012:cluster/gpu
        apiVersion: node.eks.aws/v1alpha1
        kind: NodeConfig
        spec:
          cluster:
            name: gpu
            region: us-west-2
          hybrid:
            enableCredentialsFile: true
            ssm:
              activationCode: ""
              activationId: ""
          kubelet:
            flags:
              - --node-labels=gpu-inference/pool=site,nvidia.com/gpu.present=true
            config:
              registerWithTaints:
                - key: gpu-inference/edge
                  value: "present"
                  effect: NoSchedule
                - key: nvidia.com/gpu
                  value: "present"
                  effect: NoSchedule

        """,
        HybridNodeConfig.Of(
            PoolContract.ForEdge("site", DeviceVendor.Nvidia, 2, [], []), "gpu", "us-west-2", "arn:aws:eks:us-west-2:123456789012:cluster/gpu", "site-role"));

    [Theory]
    [InlineData(DeviceVendor.Nvidia, 4, "nvidia.com/gpu", "gpu-inference/edge, nvidia.com/gpu")]
    [InlineData(DeviceVendor.Amd, 8, "amd.com/gpu", "gpu-inference/edge, amd.com/gpu")]
    [InlineData(DeviceVendor.Gaudi, 8, "habana.ai/gaudi", "gpu-inference/edge, habana.ai/gaudi")]
    [InlineData(DeviceVendor.Nvidia, 0, null, "gpu-inference/edge")]
    public void An_edge_pool_promises_what_its_vendor_advertises(DeviceVendor vendor, int count, string? resource, string taints)
    {
        var pool = PoolContract.ForEdge("site", vendor, count, [], []);

        Assert.Equal((resource, count), (pool.DeviceResource, pool.DevicesPerNode));
        Assert.Equal(taints, string.Join(", ", pool.Taints.Select(taint => taint.Key)));
        Assert.Equal(vendor == DeviceVendor.Nvidia && count > 0, pool.Labels.ContainsKey(NodeLabels.NvidiaGpuPresent));
    }
}
