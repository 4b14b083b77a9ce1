using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>What a pool of the configuration is asked to be, and where.</summary>
internal static class PoolSpecs
{
    /// <summary>The form that the rules of node pools judge.</summary>
    public static NodePoolSpec Of(PoolConfig pool, PlatformSettings settings) => new()
    {
        InstanceTypes = pool.InstanceTypes,
        AmiType = pool.AmiType,
        AmiRelease = pool.AmiReleaseVersion,
        // Karpenter takes the image of a release that is for the cluster's version.
        KubernetesVersion = settings.NodeAutoscaling.Kind == NodeAutoscalerKind.Karpenter ? null : settings.Cluster.Eks?.Version,
        CapacityType = pool.CapacityType,
        ReservationId = pool.Reservation?.Id,
        ReservationGroupArn = pool.Reservation?.ResourceGroupArn,
        Zones = [.. ZonesOfTheCluster(settings).Names.Where(zone => pool.Zones.IsEmpty || pool.Zones.Contains(zone))],
        Efa = pool.Efa,
        LocalNvme = pool.LocalNvme,
        RootVolumeThroughput = pool.RootVolumeThroughput,
        Images = pool.Images.OfNodes,
        Legacy = pool.Legacy,
        ByKarpenter = settings.NodeAutoscaling.Kind is NodeAutoscalerKind.Karpenter or NodeAutoscalerKind.AutoMode,
        Sharing = pool.Sharing?.ToRequest() ?? new GpuSharingRequest(),
        Labels = pool.Labels,
    };

    /// <summary>Names of the zones that the cluster's nodes may use, and the key that says them; empty where the stack launches no nodes.</summary>
    public static (string Key, IEnumerable<string> Names) ZonesOfTheCluster(PlatformSettings settings) => settings switch
    {
        { Cluster.Existing: { } existing } => ("cluster", existing.Zones.Select(zone => zone.Name)),
        { Cluster.Eks: not null, Network: { } network } => ("network", network.ZoneNames()),
        _ => ("", []),
    };
}
