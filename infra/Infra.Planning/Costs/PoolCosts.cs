using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What the pools cost: their nodes with what hangs on them.</summary>
internal static class PoolCosts
{
    public static ValueList<CostSum> Of(IEnumerable<CostLine> lines) =>
    [
        .. lines.Where(line => line.Pool is not null).GroupBy(line => line.Pool!, StringComparer.Ordinal)
            .Select(pool => new CostSum(pool.Key, pool.Sum(line => line.AtMinimum.Usd), pool.Sum(line => line.AtMaximum.Usd)))
            .OrderByDescending(pool => pool.AtMaximum).ThenByDescending(pool => pool.AtMinimum).ThenBy(pool => pool.Name, StringComparer.Ordinal),
    ];
}
