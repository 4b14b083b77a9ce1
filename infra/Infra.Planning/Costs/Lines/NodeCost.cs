using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Nodes;
using Infra.Core.Prices;
using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs.Lines;

/// <summary>Nodes of the pools: of several instance types the cheapest at minimum and the dearest at maximum.</summary>
internal sealed class NodeCost : ICostRule
{
    public IReadOnlyCollection<string> Types => ["aws:eks/nodeGroup:NodeGroup"];

    public void Price(CostedPlan plan, CostSheet sheet)
    {
        foreach (var pool in plan.Pools.Where(pool => pool.Most > 0))
        {
            var (id, region) = ($"nodes/{pool.Name}", plan.Region!);
            var what = string.Join(" or ", pool.Pool.Types.Select(type => type.Name));
            if (pool.CapacityType == CapacityType.CapacityBlock)
            {
                sheet.AddUnpriced(id, $"{what}, capacity block", $"AWS asks for a price of its own when a block is bought, and takes it in advance; up to {Counted.Of(pool.Most, "node")}", [pool.Pool.Urn]);
                continue;
            }

            AddNodes(pool, id, what, region, sheet);
            if (pool.Reservation is { } reservation)
            {
                sheet.AddUnpriced($"{id}/reservation", $"unused part of {reservation}", "a capacity reservation is paid whether nodes run in it or not, and the plan doesn't say how large it is", [pool.Pool.Urn]);
            }
        }
    }

    private static void AddNodes(CostedPool pool, string id, string what, string region, CostSheet sheet)
    {
        var isSpot = pool.CapacityType == CapacityType.Spot;
        var prices = pool.Pool.Types.Select(type => isSpot ? NodePrices.Spot(type, region) : NodePrices.OnDemand(type, region)).OrderBy(price => price?.Usd).ToList();
        var missing = pool.Pool.Types.Where(type => (isSpot ? NodePrices.Spot(type, region) : NodePrices.OnDemand(type, region)) is null).Select(type => type.Name).ToList();
        if (missing.Count > 0)
        {
            sheet.AddUnpriced(id, $"{what}, {(isSpot ? "spot" : "on demand")}", $"no source of a price of {string.Join(" or ", missing)} was found", [pool.Pool.Urn]);
            return;
        }

        sheet.Add(
            new LineDraft(CostKind.Nodes, id, $"{what}, {(isSpot ? "spot (estimate)" : "on demand")}")
            {
                Pool = pool.Name,
                IsEstimate = isSpot,
                Notes = [.. pool.Notes, .. Choice(pool.Pool.Types), .. isSpot ? pool.Pool.Types.Select(type => $"Estimate of {NodePrices.SpotArithmetic(type, region)}.") : []],
                Resources = [pool.Pool.Urn],
            },
            new CostAmount(pool.Least, prices[0]!), new CostAmount(pool.Most, prices[^1]!), region);
    }

    private static IEnumerable<string> Choice(IReadOnlyCollection<InstanceType> types) =>
        types.Count > 1 ? ["Of the pool's instance types the cheapest counts at minimum and the dearest at maximum."] : [];
}
