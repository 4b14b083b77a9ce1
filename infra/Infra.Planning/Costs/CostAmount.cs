using Infra.Core.Prices;

namespace Infra.Planning.Costs;

/// <summary>So many of something for a month.</summary>
/// <param name="Quantity">How many, or how many GB.</param>
/// <param name="Price">What one costs; never one that is paid by use.</param>
public sealed record CostAmount(decimal Quantity, ListPrice Price)
{
    public decimal Usd => Quantity * (Price.UsdPerMonth ?? throw new InvalidOperationException($"'{Price.Id}' is paid by use"));
}
