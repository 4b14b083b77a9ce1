using Infra.Core.Prices;
using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Planning.Costs;

/// <summary>Collects lines, by names that each only one has.</summary>
internal sealed class CostSheet
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public List<CostLine> Lines { get; } = [];

    public List<CostLine> Alternatives { get; } = [];

    public List<UsageLine> Usage { get; } = [];

    public List<UnpricedItem> Unpriced { get; } = [];

    /// <summary>A line whose price is of the list; an unpriced item where the list hasn't got it.</summary>
    /// <param name="line">The line; its amounts are of the wrong price yet.</param>
    /// <param name="price">The price's name in the list.</param>
    /// <param name="region">The region.</param>
    /// <param name="least">Quantity at minimum.</param>
    /// <param name="most">Quantity at maximum.</param>
    public void Add(LineDraft line, string price, string region, decimal least, decimal most)
    {
        if (most == 0)
        {
            return;
        }

        if (PriceList.Default.Find(price, region) is { } found)
        {
            Add(line, new CostAmount(least, found), new CostAmount(most, found), region);
        }
        else
        {
            AddUnpriced(line.Id, line.What, $"no source of a price '{price}' was found", line.Resources);
        }
    }

    /// <summary>A line with its amounts.</summary>
    /// <param name="line">The line.</param>
    /// <param name="least">The amount at minimum.</param>
    /// <param name="most">The amount at maximum.</param>
    /// <param name="region">The region whose prices should count.</param>
    public void Add(LineDraft line, CostAmount least, CostAmount most, string region) => Lines.Add(Line(line, least, most, region));

    /// <summary>What would come in the place of a line, or on top of it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="amount">The amount, least and most.</param>
    /// <param name="region">The region whose prices should count.</param>
    public void AddAlternative(LineDraft line, CostAmount amount, string region) => Alternatives.Add(Line(line, amount, amount, region));

    /// <summary>What is paid by use, and isn't there without the resources.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="what">For people.</param>
    /// <param name="price">The price's name in the list; it has to have it.</param>
    /// <param name="region">The region.</param>
    /// <param name="dependsOn">What the quantity depends on.</param>
    /// <param name="resources">What of the plan it pays for.</param>
    public void AddUsage(string id, string what, string price, string region, string dependsOn, IEnumerable<PlannedObject> resources) => Usage.Add(new UsageLine(
        Own(id), what, PriceList.Default.Find(price, region) ?? throw new InvalidOperationException($"the price list has no '{price}'"), dependsOn, [.. resources.Select(found => found.Resource.Urn)]));

    /// <summary>What has no price here.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="what">For people.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="resources">What of the plan it is.</param>
    public void AddUnpriced(string id, string what, string reason, ValueList<Urn> resources) => Unpriced.Add(new UnpricedItem(Own(id), what, reason, resources));

    private CostLine Line(LineDraft line, CostAmount least, CostAmount most, string region) => new()
    {
        Id = Own(line.Id),
        Kind = line.Kind,
        What = line.What,
        Pool = line.Pool,
        AtMinimum = least,
        AtMaximum = most,
        IsEstimate = line.IsEstimate,
        Resources = line.Resources,
        Notes = [.. line.Notes, .. StandIns(least, most, region)],
    };

    private static IEnumerable<string> StandIns(CostAmount least, CostAmount most, string region) => new[] { least.Price, most.Price }
        .Where(price => price.Region != region).Distinct().Select(price => $"The price of '{price.Id}' in {region} wasn't found: that of {price.Region} stands in.");

    // Two of one name are two lines all the same.
    private string Own(string id)
    {
        var own = id;
        for (var number = 2; !_ids.Add(own); number++)
        {
            own = $"{id}~{number}";
        }

        return own;
    }
}
