using System.Collections.Immutable;
using Infra.Stacks.Jobs;

namespace Infra.Stacks;

/// <summary>In which order pools grow where a pod may run on several.</summary>
internal static class PoolPreference
{
    /// <summary>
    /// The pools that somebody shares a preference among, first those that are preferred. The scheduler reads a preference from the pods; Cluster Autoscaler
    /// reads what a pod requires and no more, and would start any of them.
    /// </summary>
    /// <param name="settings">The configuration: models first, then batches, trainings and clusters of Ray.</param>
    public static ImmutableArray<string> Of(PlatformSettings settings) =>
        Of([.. settings.Served.Select(model => model.Pools), .. ConfiguredJob.Placed(settings).Select(job => job.Pod.Pools), settings.Backends.Ray.Head.Pools]);

    /// <summary>The same of lists, each in order of preference.</summary>
    /// <param name="lists">The lists.</param>
    public static ImmutableArray<string> Of(IReadOnlyCollection<ImmutableArray<string>> lists)
    {
        var steps = lists.SelectMany(pools => pools.Zip(pools.Skip(1))).ToList();
        var ranks = steps.SelectMany(step => new[] { step.First, step.Second }).Distinct().ToDictionary(pool => pool, _ => 0, StringComparer.Ordinal);
        // As often as there are pools: what comes after has the higher rank then. Those that contradict each other get some order.
        for (var round = 0; round < ranks.Count; round++)
        {
            foreach (var (first, second) in steps)
            {
                ranks[second] = Math.Max(ranks[second], ranks[first] + 1);
            }
        }

        return [.. ranks.OrderBy(pool => pool.Value).ThenBy(pool => pool.Key, StringComparer.Ordinal).Select(pool => pool.Key)];
    }
}
