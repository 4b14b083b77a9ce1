using Infra.Planning.Model;

namespace Infra.Planning.Costs;

/// <summary>What a model has of the nodes that it runs on, by the dominant share of its pods' requests.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Tenant">Its tenant; null for the platform's own.</param>
/// <param name="Shares">What it has of each pool that its pods land on.</param>
/// <param name="WithoutPrice">Pools that it runs on too and whose nodes have no price: what it has of them is missing in the amounts.</param>
/// <param name="Throughput">What its work costs, where its inputs say how much of it a replica is meant to take.</param>
public sealed record ModelCost(string Model, string? Tenant, ValueList<PoolShare> Shares, ValueList<string> WithoutPrice, ValueList<ThroughputCost> Throughput)
{
    /// <summary>US dollars per month with as few replicas as its scaler leaves.</summary>
    public decimal AtMinimum => Shares.Sum(share => share.AtMinimum);

    /// <summary>With as many as its scaler may make.</summary>
    public decimal AtMaximum => Shares.Sum(share => share.AtMaximum);
}
