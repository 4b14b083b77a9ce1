using System.Collections.Immutable;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>In which order pools grow where a pod may run on several.</summary>
internal static class PoolPreference
{
    /// <summary>
    /// The pools that some model shares its preference among, first those that are preferred. The scheduler reads a model's preference from its pods; Cluster
    /// Autoscaler reads what a pod requires and no more, and would start any of them.
    /// </summary>
    /// <param name="models">All models.</param>
    public static ImmutableArray<string> Of(IReadOnlyCollection<ModelConfig> models)
    {
        var steps = models.SelectMany(model => model.Pools.Zip(model.Pools.Skip(1))).ToList();
        var ranks = steps.SelectMany(step => new[] { step.First, step.Second }).Distinct().ToDictionary(pool => pool, _ => 0, StringComparer.Ordinal);
        // As often as there are pools: what comes after has the higher rank then. Models that contradict each other get some order.
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
