using System.Globalization;
using Infra.Core.Catalog;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>On-demand list prices of what a pool may launch, as far as the catalogue has them.</summary>
internal static class PoolPrices
{
    /// <summary>The region whose prices the catalogue has best; they stand in where those of the environment's region aren't known, or it has none.</summary>
    public const string KnownRegion = "us-east-1";

    /// <summary>The prices by instance type: of the region, or else of <see cref="KnownRegion"/>; no entry where neither is known.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="region">The environment's region.</param>
    public static IEnumerable<(string Type, Price Price)> Of(PoolConfig pool, string region)
    {
        foreach (var name in pool.InstanceTypes.Distinct())
        {
            if (InstanceCatalog.Default.TryGet(name, out var type) && (type.OnDemandPrice(region) ?? type.OnDemandPrice(KnownRegion)) is { } price)
            {
                yield return (name, price);
            }
        }
    }

    /// <summary>Where and when prices were read, for people; the oldest says how much may have changed.</summary>
    /// <param name="prices">The prices, at least one.</param>
    /// <param name="region">The environment's region.</param>
    public static string Source(IReadOnlyCollection<Price> prices, string region)
    {
        var where = prices.All(price => price.Region == region) ? region : $"{region}, or {KnownRegion} where that isn't known";
        return prices.Min(price => price.Source.Date) is { } date ? string.Create(CultureInfo.InvariantCulture, $"{where}; read {date:yyyy-MM-dd}") : where;
    }
}
