using Infra.Planning.Costs.Rendering;
using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What an environment costs in a month by list prices: every total is a sum of lines.</summary>
public sealed record CostReport
{
    public required string Stack { get; init; }

    /// <summary>The AWS region whose prices count; null where the plan has nothing of AWS.</summary>
    public string? Region { get; init; }

    /// <summary>What has a price and a quantity; the dearest first.</summary>
    public ValueList<CostLine> Lines { get; init; } = [];

    /// <summary>What would come on top, or instead: in no total.</summary>
    public ValueList<CostLine> Alternatives { get; init; } = [];

    public ValueList<UsageLine> Usage { get; init; } = [];

    public ValueList<UnpricedItem> Unpriced { get; init; } = [];

    /// <summary>Nodes of each pool with their disks; the dearest first.</summary>
    public ValueList<PoolCost> Pools { get; init; } = [];

    /// <summary>Models, the dearest first.</summary>
    public ValueList<ModelCost> Models { get; init; } = [];

    /// <summary>Tenants, the dearest first; the one without a name is the platform itself.</summary>
    public ValueList<CostSum> Tenants { get; init; } = [];

    /// <summary>What of the pools no model has: other pods, and room that nobody asked for.</summary>
    public CostSum Idle { get; init; } = new("", 0, 0);

    /// <summary>US dollars per month at the least of what the plan allows.</summary>
    public decimal AtMinimum => Lines.Sum(line => line.AtMinimum.Usd);

    /// <summary>US dollars per month at the most.</summary>
    public decimal AtMaximum => Lines.Sum(line => line.AtMaximum.Usd);

    /// <summary>The same with as many nodes as all pods need when every scaler is at its most: what is below <see cref="AtMaximum"/> by pools that may be larger than that.</summary>
    public decimal PodsAtMaximum => AtMaximum - Pools.Sum(pool => pool.AtMaximum - pool.PodsAtMaximum);

    /// <summary>One line.</summary>
    public string Summary
    {
        get
        {
            var missing = Unpriced.Count switch
            {
                0 => "",
                1 => "; 1 thing has no price",
                _ => $"; {Unpriced.Count} things have no price",
            };
            return $"cost: {Money.Whole(AtMinimum)} a month at minimum, {Money.Whole(AtMaximum)} at maximum, by list prices{missing}";
        }
    }
}
