using Infra.Components.Nodes;
using Infra.Core.Nodes;
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
            Zones = [Samples.Zone("a")],
            RootVolumeGiB = 8,
            Labels = new Dictionary<string, string> { ["kubernetes.io/role"] = "gpu" },
            Taints = [new TaintArgs { Key = "spot", Effect = "NO_SCHEDULE" }],
        };

        Assert.Equal(
            """
            8 problems in gpu-inference:index:GpuNodePool:
              t4.nodeGroupName: 'nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn…' is not an EKS node group name; allowed: 1 to 63 characters, letters, digits, '-' and '_', with a letter or digit first
              t4.instanceTypes[0]: 'g4dn.xlrage' is not in the catalogue of GPU instance types; did you mean 'g4dn.xlarge'?
              t4.instanceTypes[1]: 'c6i.large' has no whole NVIDIA GPU and no Neuron device; use a type such as g4dn.xlarge
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
            Zones = [Samples.Zone("a")],
            RootVolumeGiB = 16_385,
        };

        Assert.Equal(
            """
            6 problems in gpu-inference:index:GpuNodePool:
              t4.nodeGroupName: '' is not an EKS node group name; allowed: 1 to 63 characters, letters, digits, '-' and '_', with a letter or digit first
              t4.instanceTypes: there is none; name at least one type, such as g4dn.xlarge
              t4.amiType: 'AL2_x86_64_GPU' is retired: AWS stopped publishing Amazon Linux 2 images for EKS on 2025-11-26; there are: AL2023_x86_64_NVIDIA, AL2023_ARM_64_NVIDIA, AL2023_x86_64_NEURON, BOTTLEROCKET_x86_64_NVIDIA, BOTTLEROCKET_ARM_64_NVIDIA
              t4.minSize: -1 is less than 0
              t4.maxSize: 0 is less than 1
              t4.rootVolumeGiB: 16385 is not between 20 and 16384
            """,
            await MessageAsync(args));
    }

    [Fact]
    public async Task What_excludes_each_other_is_told_line_by_line()
    {
        var args = new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "p3",
            NodeGroupName = "p3",
            InstanceTypes = ["p3.2xlarge"],
            CapacityType = "SPOT",
            Reservation = new CapacityReservationArgs { Id = "cr-0123456789abcdef0" },
            MaxSize = 1,
            Zones = [],
            Efa = true,
            LocalNvme = true,
            RootVolumeIops = 90_000,
            RootVolumeThroughput = 3000,
            Sharing = GpuSharingArgs.From(GpuSharing.Mig("all-1g.5gb", MigStrategy.Single)),
            Update = new NodeUpdateArgs { MaxUnavailable = 0, MaxUnavailablePercentage = 50, Strategy = "FAST" },
            Repair = new NodeRepairArgs { MaxParallelNodes = 0, Overrides = [new NodeRepairOverrideArgs { Reason = "NvidiaXID79Error", WaitMinutes = 0, Action = "Explode" }] },
        };

        Assert.Equal(
            """
            16 problems in gpu-inference:index:GpuNodePool:
              p3.zones: there is none; name at least one zone and its subnet
              p3.instanceTypes[0]: 'p3.2xlarge' is retired: AWS asked its users to leave P3 by 2025-12-20, and EC2 no longer describes this type in the commercial regions; a price is still listed, which proves nothing; its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01; use g4dn.xlarge, or set legacy: true on the pool if you can still get it
              p3.instanceTypes[0]: 'p3.2xlarge' has no local NVMe disk; remove localNvme, or leave the type out
              p3.capacityType: spot instances can't be launched into a capacity reservation or a capacity block; use onDemand for a reservation, capacityBlock for a block, or remove reservation
              p3.efa: 'p3.2xlarge' has no EFA interface; remove efa, or use one of p3dn.24xlarge
              p3.sharing.mig: v100 GPUs can't be cut into pieces; those that can: a100, h100, h200, b200, b300, rtx-pro-server-6000; share these with 'timeSlicing' or 'mps'
              p3.vpcId: missing; the security group for EFA lies in the nodes' VPC
              p3.clusterSecurityGroupId: missing; EKS doesn't add it to interfaces for EFA
              p3.rootVolumeIops: 90000 is not between 3000 and 50000, 500 for each of 100 GiB
              p3.rootVolumeThroughput: 3000 is not between 125 and 2000 MiB/s
              p3.update: has both maxUnavailable and maxUnavailablePercentage; EKS takes one of them
              p3.update.maxUnavailable: 0 is not between 1 and 100
              p3.update.strategy: 'FAST' is none of DEFAULT, MINIMAL
              p3.repair.maxParallelNodes: 0 is less than 1
              p3.repair.overrides[0].waitMinutes: 0 is less than 1
              p3.repair.overrides[0].action: 'Explode' is none of Replace, Reboot, NoAction
            """,
            await MessageAsync(args, "p3"));
    }

    [Fact]
    public async Task Words_of_EKS_and_reservations_are_checked()
    {
        var args = new GpuNodePoolArgs
        {
            ClusterName = "gpu",
            PoolName = "t4",
            NodeGroupName = "t4",
            InstanceTypes = ["g4dn.xlarge"],
            CapacityType = "onDemand",
            Reservation = new CapacityReservationArgs(),
            MaxSize = 1,
            Zones = [Samples.Zone("a")],
        };

        Assert.Equal(
            """
            2 problems in gpu-inference:index:GpuNodePool:
              t4.capacityType: 'onDemand' is none of ON_DEMAND, SPOT, CAPACITY_BLOCK
              t4.reservation: has neither id nor resourceGroupArn; one of them says where instances are launched
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
