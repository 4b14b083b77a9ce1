using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What the pools cost: their nodes with what hangs on them.</summary>
internal static class PoolCosts
{
    /// <summary>The pools, the dearest first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lines">The lines of all.</param>
    public static ValueList<PoolCost> Of(CostedPlan plan, IEnumerable<CostLine> lines)
    {
        var needed = plan.Pools.ToDictionary(pool => pool.Name, pool => pool.PartThatPodsNeed, StringComparer.Ordinal);
        return
        [
            .. lines.Where(line => line.Pool is not null).GroupBy(line => line.Pool!, StringComparer.Ordinal)
                .Select(pool => (Name: pool.Key, Least: pool.Sum(line => line.AtMinimum.Usd), Most: pool.Sum(line => line.AtMaximum.Usd)))
                .Select(pool => new PoolCost(pool.Name, pool.Least, pool.Most, pool.Most * needed[pool.Name]))
                .OrderByDescending(pool => pool.AtMaximum).ThenByDescending(pool => pool.AtMinimum).ThenBy(pool => pool.Name, StringComparer.Ordinal),
        ];
    }
}
