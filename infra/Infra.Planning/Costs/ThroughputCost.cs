namespace Infra.Planning.Costs;

/// <summary>What work of a model costs: US dollars of a replica's hour by what it does in that hour.</summary>
/// <param name="Per">What work, e.g. <c>1,000 requests</c>.</param>
/// <param name="Amount">How much of it the figure is for: 1,000.</param>
/// <param name="PerSecond">How much of it a replica is meant to take in a second, of its scaler's target.</param>
/// <param name="UsdPerHour">What one replica costs in an hour.</param>
/// <param name="Use">The part of that which it does on average, above 0 and up to 1.</param>
public sealed record ThroughputCost(string Per, decimal Amount, decimal PerSecond, decimal UsdPerHour, decimal Use)
{
    public decimal Usd => UsdPerHour / (PerSecond * 3600 * Use) * Amount;
}
