using Infra.Core.Catalog;

namespace Infra.Core.Prices;

/// <summary>A list price, without tax, discounts and free tiers.</summary>
/// <param name="Id">Its name in the price list, or the instance type.</param>
/// <param name="Per">What one pays it for, e.g. <c>node</c>, <c>GB</c>, <c>million requests</c>.</param>
/// <param name="Unit">How long, or that it is paid by use.</param>
/// <param name="Region">The AWS region whose price it is.</param>
/// <param name="Usd">US dollars.</param>
/// <param name="Source">Where it was read; its date is the age of the price.</param>
public sealed record ListPrice(string Id, string Per, PriceUnit Unit, string Region, decimal Usd, FactSource Source)
{
    /// <summary>Hours of a month: 8,760 of a year by twelve, as AWS Pricing Calculator counts.</summary>
    public const int HoursPerMonth = 730;

    /// <summary>What one costs in a month; null for what is paid by use.</summary>
    public decimal? UsdPerMonth => Unit switch
    {
        PriceUnit.Hour => Usd * HoursPerMonth,
        PriceUnit.Month => Usd,
        _ => null,
    };
}
