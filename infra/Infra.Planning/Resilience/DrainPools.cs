using System.Collections.Immutable;
using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Planning.Workloads;

namespace Infra.Planning.Resilience;

/// <summary>Pools of a plan as a drain sees them.</summary>
internal static class DrainPools
{
    /// <summary>A pool beside its daemon sets.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="daemons">What each of its nodes has to hold.</param>
    public static DrainPool Beside(PlannedPool pool, IEnumerable<NodeRoom> daemons)
    {
        var room = new NodeRoom(pool.Smallest.Cpu.Millicores, pool.Smallest.Memory.Bytes, pool.Smallest.Pods);
        return new DrainPool(
            pool.Name,
            pool.Zones,
            // Nodes that somebody adds by hand aren't there when another goes.
            pool.Grows ? pool.Most : pool.Least,
            new NodeSpace(daemons.Aggregate(room, (free, daemon) => free - daemon), pool.Devices.ToImmutableSortedDictionary(device => device.Key, device => (long)device.Value, StringComparer.Ordinal)));
    }
}
