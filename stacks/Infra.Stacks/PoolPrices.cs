using System.Globalization;
using Infra.Core.Catalog;
using Infra.Core.Prices;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>On-demand list prices of what a pool may launch, as far as the catalogue has them.</summary>
internal static class PoolPrices
{
    /// <summary>The prices by instance type: of the region, or else of <see cref="PriceList.KnownRegion"/>; no entry where neither is known.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="region">The environment's region.</param>
    public static IEnumerable<ListPrice> Of(PoolConfig pool, string region)
    {
        foreach (var name in pool.InstanceTypes.Distinct())
        {
            if (InstanceCatalog.Default.TryGet(name, out var type) && NodePrices.OnDemand(type, region) is { } price)
            {
                yield return price;
            }
        }
    }

    /// <summary>Where and when prices were read, for people; the oldest says how much may have changed.</summary>
    /// <param name="prices">The prices, at least one.</param>
    /// <param name="region">The environment's region.</param>
    public static string Source(IReadOnlyCollection<ListPrice> prices, string region)
    {
        var where = prices.All(price => price.Region == region) ? region : $"{region}, or {PriceList.KnownRegion} where that isn't known";
        return prices.Min(price => price.Source.Date) is { } date ? string.Create(CultureInfo.InvariantCulture, $"{where}; read {date:yyyy-MM-dd}") : where;
    }
}
