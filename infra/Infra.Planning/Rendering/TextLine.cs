using Infra.Planning.Model;

namespace Infra.Planning.Rendering;

/// <summary>A line of segments; it never ends in spaces.</summary>
public sealed record TextLine
{
    private TextLine(ValueList<TextSegment> segments) => Segments = segments;

    public static TextLine Empty { get; } = new([]);

    public ValueList<TextSegment> Segments { get; }

    public static TextLine Of(params IEnumerable<TextSegment> segments)
    {
        var kept = segments.Where(static s => s.Text.Length > 0).ToList();
        while (kept.Count > 0 && string.IsNullOrWhiteSpace(kept[^1].Text))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        if (kept.Count > 0)
        {
            kept[^1] = kept[^1] with { Text = kept[^1].Text.TrimEnd() };
        }

        return kept.Count == 0 ? Empty : new TextLine([.. kept]);
    }

    public static TextLine Of(string text, TextRole role = TextRole.Plain) => Of([new TextSegment(text, role)]);

    public override string ToString() => string.Concat(Segments.Select(static s => s.Text));
}
