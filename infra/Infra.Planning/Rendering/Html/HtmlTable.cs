using Infra.Core;

namespace Infra.Planning.Rendering.Html;

/// <summary>A table that scrolls by itself where the window is narrower, and says how much of it was left out.</summary>
/// <param name="Caption">What it shows; the only name that a screen reader has for it.</param>
/// <param name="Columns">The heads; one that ends in <c>&gt;</c> belongs to a column of numbers and is written without it.</param>
internal sealed record HtmlTable(string Caption, params IReadOnlyList<string> Columns)
{
    /// <summary>Of more rows nobody reads one, and a browser slows down.</summary>
    public const int MostRows = 300;

    // With as many columns a narrow window scrolls the table rather than to break every word of it.
    private const int Many = 4;

    /// <summary>What one row is.</summary>
    public string Row { get; init; } = "row";

    public string? Class { get; init; }

    /// <summary>Whether the caption is only for those who can't see what is above the table.</summary>
    public bool HidesCaption { get; init; }

    /// <summary>Writes it.</summary>
    /// <param name="html">Where.</param>
    /// <param name="rows">All rows, the most important first.</param>
    /// <param name="cells">Writes the cells of one.</param>
    /// <param name="most">So many rows are written.</param>
    public void Write<T>(HtmlWriter html, IReadOnlyCollection<T> rows, Action<HtmlWriter, T> cells, int most = MostRows)
    {
        using var scroll = html.In("div", ("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", Caption));
        using var table = html.In("table", ("class", Class ?? (Columns.Count >= Many ? "wide" : null)));
        html.Element("caption", Caption, ("class", HidesCaption ? "unseen" : null));
        using (html.In("thead"))
        using (html.In("tr"))
        {
            foreach (var column in Columns)
            {
                html.Element("th", column.TrimEnd('>'), ("scope", "col"), ("class", column.EndsWith('>') ? "number" : null));
            }
        }

        using var body = html.In("tbody");
        foreach (var row in rows.Take(most))
        {
            using var one = html.In("tr");
            cells(html, row);
        }

        if (rows.Count > most)
        {
            using var more = html.In("tr");
            html.Element("td", $"and {Counted.Of(rows.Count - most, $"more {Row}")}", ("colspan", $"{Columns.Count}"), ("class", "more"));
        }
    }
}
