using System.Collections.Immutable;

namespace Infra.Core.Catalog;

/// <summary>Every place where the catalogue's facts were read, <c>Catalog/Data/sources.json</c>.</summary>
internal sealed class FactSources
{
    private readonly Dictionary<string, FactSource> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _prices = new(StringComparer.Ordinal);

    private FactSources(DateOnly asOf) => AsOf = asOf;

    public DateOnly AsOf { get; }

    public IEnumerable<FactSource> All => _byId.Values;

    public ImmutableArray<FactGroup> Groups { get; private set; }

    public FactSource this[string id] => _byId[id];

    public FactSource OfPrice(string region) => _byId[_prices[region]];

    public FactSource OfSpotSavings { get; private set; } = null!;

    public static FactSources ReadEmbedded()
    {
        using var document = DataFile.Open("sources.json");
        var root = document.RootElement;
        var sources = new FactSources(DataFile.Date(DataFile.Text(root, "asOf")));
        foreach (var source in root.GetProperty("sources").EnumerateObject())
        {
            sources._byId.Add(source.Name, DataFile.Source(source.Name, source.Value));
        }

        var groups = ImmutableArray.CreateBuilder<FactGroup>();
        foreach (var group in root.GetProperty("facts").EnumerateObject())
        {
            groups.Add(new FactGroup(group.Name, [.. DataFile.Strings(group.Value).Select(id => sources[id])]));
        }

        foreach (var region in root.GetProperty("prices").EnumerateObject())
        {
            sources._prices.Add(region.Name, region.Value.GetString()!);
        }

        sources.OfSpotSavings = sources[DataFile.Text(root, "spotSavings")];
        sources.Groups = groups.ToImmutable();
        return sources;
    }
}
