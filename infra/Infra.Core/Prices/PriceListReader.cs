using System.Collections.Immutable;
using System.Text.Json;
using Infra.Core.Catalog;

namespace Infra.Core.Prices;

/// <summary>Reads <c>Prices/Data/prices.json</c>.</summary>
internal static class PriceListReader
{
    public static PriceList ReadEmbedded()
    {
        using var document = DataFile.Open("prices.json", "Prices");
        var root = document.RootElement;
        var sources = new Dictionary<string, FactSource>(StringComparer.Ordinal);
        foreach (var source in root.GetProperty("sources").EnumerateObject())
        {
            sources.Add(source.Name, DataFile.Source(source.Name, source.Value));
        }

        var prices = ImmutableArray.CreateBuilder<ListPrice>();
        foreach (var price in root.GetProperty("prices").EnumerateObject())
        {
            var (per, unit) = (DataFile.Text(price.Value, "per"), Unit(DataFile.Text(price.Value, "unit")));
            foreach (var region in price.Value.GetProperty("regions").EnumerateObject())
            {
                prices.Add(new ListPrice(price.Name, per, unit, region.Name, region.Value.GetProperty("usd").GetDecimal(), sources[DataFile.Text(region.Value, "source")]));
            }
        }

        return new PriceList(DataFile.Date(DataFile.Text(root, "asOf")), prices.ToImmutable());
    }

    private static PriceUnit Unit(string text) => text switch
    {
        "hour" => PriceUnit.Hour,
        "month" => PriceUnit.Month,
        _ => PriceUnit.Use,
    };
}
