using System.Globalization;
using Infra.Core.Catalog;

namespace Infra.Core.Prices;

/// <summary>What a node costs in an hour. The prices are the catalogue's.</summary>
public static class NodePrices
{
    /// <summary>On demand: the region's list price, or that of <see cref="PriceList.KnownRegion"/> where it isn't known; null where neither is.</summary>
    /// <param name="type">The instance type.</param>
    /// <param name="region">The AWS region.</param>
    public static ListPrice? OnDemand(InstanceType type, string region)
    {
        ArgumentNullException.ThrowIfNull(type);
        return (type.OnDemandPrice(region) ?? type.OnDemandPrice(PriceList.KnownRegion)) is { } price
            ? new ListPrice(type.Name, "node", PriceUnit.Hour, price.Region, price.UsdPerHour, price.Source)
            : null;
    }

    /// <summary>As spot, an estimate: the list price less what spot saved on average when AWS's Spot Advisor was read. Its source is that of the saving. Null where either isn't known.</summary>
    /// <param name="type">The instance type.</param>
    /// <param name="region">The AWS region.</param>
    public static ListPrice? Spot(InstanceType type, string region)
    {
        ArgumentNullException.ThrowIfNull(type);
        return OnDemand(type, region) is { } price && Saving(type, region) is { } saving
            ? price with { Id = $"{type.Name} spot", Usd = price.Usd * (100 - saving.Percent) / 100, Source = saving.Source }
            : null;
    }

    /// <summary>How <see cref="Spot"/> came about, for people.</summary>
    /// <param name="type">The instance type, one that has a price as spot.</param>
    /// <param name="region">The AWS region.</param>
    public static string SpotArithmetic(InstanceType type, string region)
    {
        ArgumentNullException.ThrowIfNull(type);
        var (price, saving) = (OnDemand(type, region)!, Saving(type, region)!);
        return string.Create(CultureInfo.InvariantCulture,
            $"{type.Name}: ${price.Usd} on demand less {saving.Percent}%, what spot saved on average in {saving.Region} in the month before {saving.Source.Date:yyyy-MM-dd}");
    }

    private static SpotSaving? Saving(InstanceType type, string region) =>
        type.SpotSavings.FirstOrDefault(saving => saving.Region == region) ?? type.SpotSavings.FirstOrDefault(saving => saving.Region == PriceList.KnownRegion);
}
