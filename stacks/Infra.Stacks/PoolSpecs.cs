using Infra.Core.Nodes;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>What a pool of the configuration is asked to be, and where.</summary>
internal static class PoolSpecs
{
    /// <summary>The form that the rules of node pools judge.</summary>
    public static NodePoolSpec Of(PoolConfig pool, ClusterConfig cluster) => new()
    {
        InstanceTypes = pool.InstanceTypes,
        AmiType = pool.AmiType,
        CapacityType = pool.CapacityType,
        ReservationId = pool.Reservation?.Id,
        ReservationGroupArn = pool.Reservation?.ResourceGroupArn,
        Zones = [.. Zones(pool, cluster).Select(zone => zone.Name)],
        Efa = pool.Efa,
        LocalNvme = pool.LocalNvme,
        Legacy = pool.Legacy,
        Sharing = pool.Sharing?.ToRequest() ?? new GpuSharingRequest(),
        Labels = pool.Labels,
    };

    /// <summary>The zones of a pool: the cluster's, or those of them that the pool names.</summary>
    public static IEnumerable<ZoneConfig> Zones(PoolConfig pool, ClusterConfig cluster) =>
        (cluster.Existing?.Zones ?? []).Where(zone => pool.Zones.IsEmpty || pool.Zones.Contains(zone.Name));
}
