using Infra.Components.Nodes;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;
using Pulumi;

namespace Infra.Stacks;

/// <summary>What the component of a pool gets from the configuration.</summary>
internal static class PoolArguments
{
    /// <summary>The component's arguments.</summary>
    /// <param name="environment">Name of the environment.</param>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="pool">The pool, one whose nodes the stack launches.</param>
    /// <param name="cluster">The cluster that the nodes join.</param>
    public static GpuNodePoolArgs Of(string environment, PlatformSettings settings, PoolConfig pool, PlatformCluster cluster)
    {
        var network = pool.Efa ? cluster.NodeNetwork : null;
        return new GpuNodePoolArgs
        {
            ClusterName = cluster.EksName!,
            PoolName = pool.Name,
            NodeGroupName = NodeGroupName(environment, pool),
            InstanceTypes = [.. pool.InstanceTypes],
            AmiType = pool.AmiType,
            KubernetesVersion = settings.Cluster.Eks?.Version,
            AmiReleaseVersion = pool.AmiReleaseVersion,
            CapacityType = pool.CapacityType.ToEks(),
            Reservation = pool.Reservation is { } reservation ? new CapacityReservationArgs { Id = reservation.Id, ResourceGroupArn = reservation.ResourceGroupArn } : null,
            Legacy = pool.Legacy,
            MinSize = pool.Capacity!.Min,
            MaxSize = pool.Capacity.Max,
            NodeAutoscaler = settings.HasNodeAutoscaler,
            PodsPerNode = settings.Cluster.Eks is { } eks
                ? ManagedNodePods.Of(InstanceCatalog.Default.All.Where(type => pool.InstanceTypes.Contains(type.Name)), eks, settings.Network)
                : null,
            Zones = [.. cluster.SubnetsOf(pool.Zones).Select(subnet => new NodeZoneArgs { Name = subnet.Zone, SubnetId = subnet.SubnetId })],
            PerZone = pool.PerZone,
            Efa = pool.Efa,
            VpcId = network is { VpcId: var vpc } ? (Input<string>)vpc : null,
            ClusterSecurityGroupId = network is { SecurityGroupId: var group } ? (Input<string>)group : null,
            LocalNvme = pool.LocalNvme,
            Images = pool.Images.ToArgs(),
            RootVolumeGiB = RootVolumeGiB(settings, pool),
            RootVolumeIops = pool.RootVolumeIops,
            RootVolumeThroughput = pool.RootVolumeThroughput,
            Sharing = pool.Sharing is { } sharing ? GpuSharingArgs.From(sharing.ToSharing()) : null,
            Update = pool.Update.ToArgs(),
            Repair = pool.Repair.ToArgs(),
            Labels = pool.Labels.ToDictionary(),
            Taints = [.. pool.Taints.Select(taint => TaintArgs.From(taint.ToTaint()))],
            NodeRoleArn = cluster.NodeRoleArn is { } role ? (Input<string>)role : null,
            AttachCniPolicy = cluster.CniUsesNodeRole,
            InstanceTags = Tags.For(environment, settings.Aws).ToDictionary(),
        };
    }

    /// <summary>Name of a pool's node group, or what the names of several begin with.</summary>
    public static string NodeGroupName(string environment, PoolConfig pool) => NameRules.EksNodeGroup.Derive(PlatformSettings.ConfigNamespace, environment, pool.Name);

    /// <summary>Size of the root volume of a pool's nodes.</summary>
    public static int RootVolumeGiB(PlatformSettings settings, PoolConfig pool)
    {
        var node = NodePoolRules.Check(pool.Name, PoolSpecs.Of(pool, settings), new ConfigProblems());
        return RootVolumes.GiB(RootVolumes.Of(pool, node.InstanceTypes, node.Sharing, settings.Served));
    }
}
