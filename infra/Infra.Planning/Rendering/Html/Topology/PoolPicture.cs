using System.Globalization;
using Infra.Core;
using Infra.Planning.Placement;

namespace Infra.Planning.Rendering.Html.Topology;

/// <summary>The nodes of a pool by zone. A picture to those who see it, one sentence to those who don't; the table below the pictures has the figures.</summary>
internal sealed class PoolPicture(HtmlWriter html, PlacementPool pool, ModelKeys keys, PodDevices devices)
{
    /// <summary>So many nodes of a zone are drawn.</summary>
    public const int MostNodes = 12;

    // More slots than that, as time-slicing makes, are drawn as a bar.
    private const int MostSlots = 16;
    private const int LoadWidth = 64;

    /// <summary>Who has a slot in what was drawn.</summary>
    public HashSet<string> Owners { get; } = new(StringComparer.Ordinal);

    /// <summary>Draws it.</summary>
    /// <param name="title">When it is like this.</param>
    /// <param name="nodes">The nodes of the pool then.</param>
    public void Write(string title, IReadOnlyCollection<PlacedNode> nodes)
    {
        var fills = nodes.Select(node => NodeFill.Of(node, pool.Device, devices)).ToList();
        var words = Words(fills);
        using var state = html.In("div");
        html.Element("p", $"{title}: {words}", ("class", "state"));
        if (fills.Count == 0)
        {
            return;
        }

        using var picture = html.In("div", ("role", "img"), ("aria-label", $"Nodes of {pool.Name}, {title.ToLowerInvariant()}: {words}"));
        foreach (var zone in fills.GroupBy(static fill => fill.Node.Zone, StringComparer.Ordinal).OrderBy(static zone => zone.Key, StringComparer.Ordinal))
        {
            WriteZone(zone.Key, [.. zone]);
        }
    }

    private string Words(List<NodeFill> fills)
    {
        if (fills.Count == 0)
        {
            return "no nodes";
        }

        var count = Counted.Of(fills.Count, "node");
        return pool.Device is null ? count : $"{count}, {fills.Sum(static fill => fill.Owners.Count):N0} of {fills.Sum(static fill => fill.Slots):N0} slots taken";
    }

    private void WriteZone(string name, List<NodeFill> fills)
    {
        using var zone = html.In("div", ("class", "zone"));
        html.Element("span", name);
        using var nodes = html.In("div", ("class", "nodes"));
        foreach (var fill in fills.Take(MostNodes))
        {
            WriteNode(fill);
        }

        if (fills.Count > MostNodes)
        {
            var rest = fills.Skip(MostNodes).ToList();
            var slots = pool.Device is null ? "" : $", with {rest.Sum(static fill => fill.Owners.Count):N0} of {rest.Sum(static fill => fill.Slots):N0} slots taken";
            html.Element("span", $"and {Counted.Of(rest.Count, "more node")}{slots}", ("class", "quiet"));
        }
    }

    private void WriteNode(NodeFill fill)
    {
        using var node = html.In("span", ("class", "node"), ("title", TitleOf(fill)));
        if (fill.Slots is > 0 and <= MostSlots)
        {
            WriteSlots(fill);
        }
        else if (fill.Slots > 0)
        {
            WriteLoad((double)fill.Owners.Count / fill.Slots);
        }
        else
        {
            WriteLoad(fill.ShareOf("cpu"), fill.ShareOf("memory"));
        }
    }

    private void WriteSlots(NodeFill fill)
    {
        using var slots = html.In("span", ("class", "slots"));
        foreach (var owner in fill.Owners)
        {
            Owners.Add(owner);
            html.Element("span", keys.LetterOf(owner), ("class", $"slot {keys.ColourOf(owner)}"));
        }

        for (var free = fill.Owners.Count; free < fill.Slots; free++)
        {
            html.Element("span", "", ("class", "slot free"));
        }
    }

    private void WriteLoad(params ReadOnlySpan<double> shares)
    {
        const int height = 20;
        using var load = html.In("svg", ("class", "load"), ("viewBox", $"0 0 {LoadWidth} {height}"));
        var row = height / shares.Length;
        for (var i = 0; i < shares.Length; i++)
        {
            Bar("track", LoadWidth, (i * row) + 1, row - 2);
            Bar("least", LoadWidth * shares[i], (i * row) + 1, row - 2);
        }
    }

    private void Bar(string part, double width, int top, int height)
    {
        using var bar = html.In("rect", ("class", part), ("y", $"{top}"), ("width", width.ToString("0.#", CultureInfo.InvariantCulture)), ("height", $"{height}"));
    }

    private static string TitleOf(NodeFill fill)
    {
        var owners = fill.Owners.CountBy(static owner => owner).Select(static owner => $"{owner.Value} × {owner.Key}");
        var load = $"CPU {fill.ShareOf("cpu"):P0}, memory {fill.ShareOf("memory"):P0} requested";
        return $"{fill.Node.Name}{(fill.Node.IsAdded ? ", added by the autoscaler" : "")}: {string.Join(", ", owners.Append(load))}";
    }
}
