using Infra.Core.Nodes;
using Infra.Planning.Placement;
using Infra.Planning.Rendering.Html.Topology;
using Infra.Planning.Reviewing;

namespace Infra.Planning.Rendering.Html.Sections;

/// <summary>Pools, zones and nodes, and which model has which accelerator: at the least and at the most.</summary>
internal sealed class TopologySection : IReportSection
{
    /// <summary>So many pools are drawn; tables have all of them.</summary>
    private const int MostPools = 40;

    public string Id => "topology";

    public string Title => "Topology";

    public bool IsIn(PlanReview review) => !review.Placement.Pools.IsEmpty;

    public void Write(HtmlWriter html, PlanReview review)
    {
        var placement = review.Placement;
        var (keys, devices) = (new ModelKeys(), new PodDevices(review.Plan));
        var least = placement.Minimum.Nodes.ToLookup(static node => node.Pool);
        var most = placement.Maximum.Nodes.ToLookup(static node => node.Pool);
        html.Note("A frame is a node, a square one of its accelerators with the letter of who has it; dashed ones are free. Nodes without accelerators show how much of their CPU, above, and memory is requested.");
        foreach (var pool in placement.Pools.Take(MostPools))
        {
            using var part = html.In("div", ("class", "pool"));
            using (html.In("div"))
            {
                html.Element("h3", pool.Name).Note(About(pool));
            }

            var picture = new PoolPicture(html, pool, keys, devices);
            picture.Write("At minimum", [.. least[pool.Name]]);
            picture.Write("At maximum", [.. most[pool.Name]]);
            WriteKey(html, keys, picture.Owners);
        }

        if (placement.Pools.Length > MostPools)
        {
            html.Note($"and {placement.Pools.Length - MostPools} more pools; the table below has all.");
        }

        WriteTable(html, placement, least, most);
    }

    private static void WriteKey(HtmlWriter html, ModelKeys keys, HashSet<string> owners)
    {
        if (owners.Count == 0)
        {
            return;
        }

        using var list = html.In("ul", ("class", "key"));
        foreach (var owner in owners.OrderBy(keys.PlaceOf))
        {
            using var item = html.In("li");
            html.Element("span", keys.LetterOf(owner), ("class", $"slot {keys.ColourOf(owner)}")).Text(owner);
        }
    }

    private static void WriteTable(HtmlWriter html, PlacementReport placement, ILookup<string, PlacedNode> least, ILookup<string, PlacedNode> most)
    {
        using var fold = html.Fold("The same as a table");
        new HtmlTable("Pools and their nodes", "Pool", "Instance types", "Bought", "Zones", "Nodes at minimum>", "Nodes at maximum>", "May grow to>", "Accelerators a node") { HidesCaption = true, Row = "pool" }.Write(html, placement.Pools, (html, pool) =>
            html.RowHead(pool.Name).Cell(string.Join(", ", pool.InstanceTypes)).Cell(Words(pool.CapacityType)).Cell(string.Join(", ", pool.Zones))
                .Number($"{least[pool.Name].Count():N0}").Number($"{most[pool.Name].Count():N0}").Number(pool.Most is { } limit ? $"{limit:N0}" : "no limit")
                .Cell(pool.Device is { } device ? $"{pool.DevicesPerNode} {device}" : "none"));
    }

    private static string About(PlacementPool pool)
    {
        var range = pool.Most is { } most ? $"{pool.Least} to {most} nodes" : $"{pool.Least} nodes or more";
        var device = pool.Device is { } resource ? $"{pool.DevicesPerNode} × {resource} each" : "no accelerators";
        return string.Join(" · ", ((string[])[string.Join(", ", pool.InstanceTypes), Words(pool.CapacityType), range, device]).Where(static text => text.Length > 0));
    }

    private static string Words(CapacityType type) => type switch
    {
        CapacityType.Spot => "spot",
        CapacityType.CapacityBlock => "capacity block",
        _ => "on demand",
    };
}
