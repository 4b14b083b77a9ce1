using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Prices;

/// <summary>List prices of what AWS sells beside instances, <c>Prices/Data/prices.json</c>. Those of instances stand in the <see cref="InstanceCatalog"/>.</summary>
public sealed class PriceList
{
    /// <summary>The region whose prices are known best; they stand in where those of another region aren't known.</summary>
    public const string KnownRegion = "us-east-1";

    private static readonly Lazy<PriceList> Shipped = new(PriceListReader.ReadEmbedded);

    private readonly ILookup<string, ListPrice> _byId;

    internal PriceList(DateOnly asOf, ImmutableArray<ListPrice> all)
    {
        AsOf = asOf;
        All = all;
        _byId = all.ToLookup(price => price.Id, StringComparer.Ordinal);
    }

    /// <summary>The list that ships with this assembly; read at the first use.</summary>
    public static PriceList Default => Shipped.Value;

    /// <summary>The day on which the prices were put together; each source has its own date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Every price of every region.</summary>
    public ImmutableArray<ListPrice> All { get; }

    /// <summary>A price in a region, or where that isn't known that of <see cref="KnownRegion"/>, or of the first that is known; null for what nobody found. Its region says which one it is.</summary>
    /// <param name="id">The price's name.</param>
    /// <param name="region">The AWS region.</param>
    public ListPrice? Find(string id, string region) =>
        _byId[id].FirstOrDefault(price => price.Region == region) ?? _byId[id].FirstOrDefault(price => price.Region == KnownRegion) ?? _byId[id].FirstOrDefault();
}
