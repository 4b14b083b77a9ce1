using System.Collections.Immutable;

namespace Infra.Core.Resilience;

/// <summary>What the drain proof judges: nodes, the pods that stand on them, and what limits both.</summary>
/// <param name="Pools">The pools.</param>
/// <param name="Pods">Pods that are there all the time, rendered and declared.</param>
/// <param name="Quotas">Quotas of namespaces.</param>
public sealed record DrainedCluster(ImmutableArray<DrainPool> Pools, ImmutableArray<StandingPods> Pods, ImmutableArray<NamespaceQuota> Quotas)
{
    /// <summary>The pools that pods may run on, in the pods' order.</summary>
    public ImmutableArray<DrainPool> PoolsOf(StandingPods pods)
    {
        ArgumentNullException.ThrowIfNull(pods);
        return [.. pods.Pools.Select(name => Pools.First(pool => pool.Name == name))];
    }
}
