using Infra.Planning.Model;
using Infra.Planning.Placement;

namespace Infra.Planning.Costs;

/// <summary>What a plan costs in a month, by list prices.</summary>
public static class PlanCosts
{
    /// <summary>The estimate.</summary>
    /// <param name="plan">The plan, whoever read or made it.</param>
    /// <param name="options">What the plan doesn't say.</param>
    public static CostReport Of(Plan plan, CostOptions? options = null) => Of(plan, PlanPlacement.Of(plan), options);

    /// <summary>The estimate by a placement that was made before.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="placement">Where its pods land; null where nobody knows, so that pools have the nodes of their own bounds.</param>
    /// <param name="options">What the plan doesn't say.</param>
    public static CostReport Of(Plan plan, PlacementReport? placement, CostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var (costed, sheet) = (new CostedPlan(plan, placement, options ?? CostOptions.Default), new CostSheet());
        foreach (var rule in CostRules.All)
        {
            rule.Price(costed, sheet);
        }

        var pools = PoolCosts.Of(costed, sheet.Lines);
        var models = ModelShares.Of(costed, pools, sheet.Lines.Where(line => line.Kind == CostKind.Nodes).Select(line => line.Pool!).ToHashSet(StringComparer.Ordinal));
        return new CostReport
        {
            Stack = plan.Stack,
            Region = costed.Region,
            Lines = [.. Sorted(sheet.Lines)],
            Alternatives = [.. sheet.Alternatives],
            Usage = [.. sheet.Usage.OrderBy(line => line.Id, StringComparer.Ordinal)],
            Unpriced = [.. sheet.Unpriced.OrderBy(item => item.Id, StringComparer.Ordinal)],
            Pools = pools,
            Models = models,
            Tenants = [.. models.GroupBy(model => model.Tenant ?? "", StringComparer.Ordinal).Select(tenant => new CostSum(tenant.Key, tenant.Sum(model => model.AtMinimum), tenant.Sum(model => model.AtMaximum))).OrderByDescending(sum => sum.AtMaximum).ThenBy(sum => sum.Name, StringComparer.Ordinal)],
            Idle = new CostSum("", pools.Sum(pool => pool.AtMinimum) - models.Sum(model => model.AtMinimum), pools.Sum(pool => pool.AtMaximum) - models.Sum(model => model.AtMaximum)),
        };
    }

    private static IOrderedEnumerable<CostLine> Sorted(IEnumerable<CostLine> lines) =>
        lines.OrderByDescending(line => line.AtMaximum.Usd).ThenByDescending(line => line.AtMinimum.Usd).ThenBy(line => line.Id, StringComparer.Ordinal);
}
