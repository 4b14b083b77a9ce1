using Infra.Components.Nodes;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Nodes;

public sealed class GpuNodePoolBadInputTests
{
    [Fact]
    public async Task All_problems_come_in_one_message()
    {
        var args = new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = new string('n', 64),
            InstanceTypes = ["g4dn.xlrage", "c6i.large", "g5g.xlarge"],
            AmiType = "AL2023_x86_64_NVIDIA",
            MinSize = 4,
            MaxSize = 2,
            SubnetIds = "subnet-a",
            RootVolumeGiB = 8,
            Labels = new Dictionary<string, string> { ["kubernetes.io/role"] = "gpu" },
            Taints = [new TaintArgs { Key = "spot", Effect = "NO_SCHEDULE" }],
        };

        Assert.Equal(
            """
            8 problems in gpu-inference:index:GpuNodePool:
              t4.nodeGroupName: 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…' is not an EKS node group name; allowed: 1 to 63 characters, letters, digits, '-' and '_', with a letter or digit first
              t4.instanceTypes[0]: 'g4dn.xlrage' is not in the catalogue of GPU instance types; did you mean 'g4dn.xlarge'?
              t4.instanceTypes[1]: 'c6i.large' has no whole NVIDIA GPU; use a type such as g4dn.xlarge
              t4.instanceTypes[2]: 'g5g.xlarge' is arm64, but the AMI type AL2023_x86_64_NVIDIA is amd64; use instance types and an AMI type of one architecture
              t4.labels["kubernetes.io/role"]: 'kubernetes.io/role' is reserved: EKS refuses node group labels that contain kubernetes.io/, k8s.io/, eks.amazonaws.com/; use a domain of your own
              t4.maxSize: 2 is less than minSize, which is 4
              t4.rootVolumeGiB: 8 is not between 20 and 16384
              t4.taints[0].effect: 'NO_SCHEDULE' is none of NoSchedule, PreferNoSchedule, NoExecute
            """,
            await MessageAsync(args));
    }

    [Fact]
    public async Task A_pool_without_types_or_nodes_is_none()
    {
        var args = new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "",
            InstanceTypes = [],
            AmiType = "AL2_x86_64_GPU",
            MinSize = -1,
            MaxSize = 0,
            SubnetIds = "subnet-a",
            RootVolumeGiB = 16_385,
        };

        Assert.Equal(
            """
            6 problems in gpu-inference:index:GpuNodePool:
              t4.nodeGroupName: '' is not an EKS node group name; allowed: 1 to 63 characters, letters, digits, '-' and '_', with a letter or digit first
              t4.instanceTypes: there is none; name at least one type, such as g4dn.xlarge
              t4.amiType: 'AL2_x86_64_GPU' is retired: AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26; there are: AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA
              t4.minSize: -1 is less than 0
              t4.maxSize: 0 is less than 1
              t4.rootVolumeGiB: 16385 is not between 20 and 16384
            """,
            await MessageAsync(args));
    }

    [Fact]
    public async Task A_name_that_leaves_its_role_none_is_refused()
    {
        var name = new string('p', 52);

        Assert.Equal(
            $"""
            1 problem in gpu-inference:index:GpuNodePool:
              {name}: the component's name has 52 characters; allowed are at most 51, because an IAM role name has at most 64 and this one ends with -role and 8 characters from Pulumi
            """,
            await MessageAsync(Samples.NodePool(), name));
    }

    private static async Task<string> MessageAsync(GpuNodePoolArgs args, string name = "t4") =>
        (await Assert.ThrowsAsync<ResourceException>(() => ComponentHarness.RunAsync(() => _ = new GpuNodePool(name, args)))).Message;
}
