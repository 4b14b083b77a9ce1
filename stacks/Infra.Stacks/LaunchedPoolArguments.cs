using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What the component of a pool gets from the configuration where Karpenter or EKS Auto Mode launches its nodes.</summary>
internal static class LaunchedPoolArguments
{
    /// <summary>The arguments of a pool of Karpenter's.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="cluster">The cluster that the nodes join.</param>
    /// <param name="nodeRole">Name of the nodes' role.</param>
    public static KarpenterNodePoolArgs Karpenter(string environment, PlatformSettings settings, PoolConfig pool, PlatformCluster cluster, Input<string> nodeRole) => new()
    {
        PoolName = pool.Name,
        InstanceTypes = [.. pool.InstanceTypes],
        AmiType = pool.AmiType,
        AmiReleaseVersion = pool.AmiReleaseVersion!,
        CapacityType = pool.CapacityType.ToEks(),
        ReservationId = pool.Reservation?.Id,
        Legacy = pool.Legacy,
        MaxNodes = pool.Capacity!.Max,
        Zones = [.. pool.Zones],
        SubnetIds = Subnets(pool, cluster),
        SecurityGroupId = cluster.NodeNetwork!.Value.SecurityGroupId,
        NodeRoleName = nodeRole,
        Efa = pool.Efa,
        VpcId = pool.Efa ? (Input<string>)cluster.NodeNetwork.Value.VpcId : null,
        LocalNvme = pool.LocalNvme,
        Images = pool.Images.ToArgs(),
        RootVolumeGiB = PoolArguments.RootVolumeGiB(settings, pool),
        RootVolumeIops = pool.RootVolumeIops,
        RootVolumeThroughput = pool.RootVolumeThroughput,
        Sharing = pool.Sharing is { } sharing ? GpuSharingArgs.From(sharing.ToSharing()) : null,
        Labels = pool.Labels.ToDictionary(),
        Taints = Taints(pool),
        InstanceTags = Tags.For(environment, settings.Aws).ToDictionary(),
    };

    /// <summary>The arguments of a pool of Auto Mode's.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="cluster">The cluster that the nodes join.</param>
    public static EksAutoModeNodesArgs AutoMode(string environment, PlatformSettings settings, PoolConfig pool, PlatformCluster cluster) => new()
    {
        ClusterName = cluster.EksName!,
        PoolName = pool.Name,
        InstanceTypes = [.. pool.InstanceTypes],
        CapacityType = pool.CapacityType.ToEks(),
        ReservationId = pool.Reservation?.Id,
        MaxNodes = pool.Capacity!.Max,
        Zones = [.. pool.Zones],
        SubnetIds = Subnets(pool, cluster),
        SecurityGroupId = cluster.NodeNetwork!.Value.SecurityGroupId,
        RootVolumeGiB = PoolArguments.RootVolumeGiB(settings, pool),
        RootVolumeIops = pool.RootVolumeIops,
        RootVolumeThroughput = pool.RootVolumeThroughput,
        Labels = pool.Labels.ToDictionary(),
        Taints = Taints(pool),
        InstanceTags = Tags.For(environment, settings.Aws).ToDictionary(),
    };

    private static List<TaintArgs> Taints(PoolConfig pool) => [.. pool.Taints.Select(taint => TaintArgs.From(taint.ToTaint()))];

    private static InputList<string> Subnets(PoolConfig pool, PlatformCluster cluster) => cluster.SubnetsOf(pool.Zones).Select(subnet => subnet.SubnetId).ToArray();
}
