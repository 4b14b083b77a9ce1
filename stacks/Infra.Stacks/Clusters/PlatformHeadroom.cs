using Infra.Components.Nodes;
using Infra.Stacks.Images;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>Room that pools hold ready.</summary>
internal static class PlatformHeadroom
{
    /// <summary>Declares room holders, where a pool asks for them; there are priorities then.</summary>
    public static void Create(PlatformSettings settings, SchedulingPriorities? priorities, PlatformPools pools, Providers providers)
    {
        var held = settings.Pools.Where(pool => pool.Headroom is not null).ToList();
        if (held.Count == 0)
        {
            return;
        }

        _ = new Headroom("headroom", new HeadroomArgs
        {
            ImageCache = CachedImages.ToArgs(settings),
            Pools =
            [
                .. held.Select(pool => new PoolHeadroomArgs
                {
                    Pool = PoolReferenceArgs.From(pools.Contracts[pool.Name]),
                    Replicas = pool.Headroom!.Replicas,
                    Devices = pool.Headroom.Devices,
                    Cpu = pool.Headroom.Cpu.ToString(),
                    Memory = pool.Headroom.Memory.ToString(),
                }),
            ],
        }, providers.Component([priorities!, .. held.Where(pool => pools.Managed.ContainsKey(pool.Name)).Select(pool => pools.Managed[pool.Name])]));
    }
}
