using System.Globalization;
using Infra.Planning.Costs;
using Infra.Planning.Costs.Rendering;

namespace Infra.Planning.Rendering.Html;

/// <summary>A chart that is a table: a bar for the least and one for the most beside the figures, which say the same without it.</summary>
internal static class CostBars
{
    private const int Most = 12;

    public static void WriteKey(HtmlWriter html)
    {
        using var key = html.In("p", ("class", "key"), ("aria-hidden", "true"));
        foreach (var (part, words) in ((string, string)[])[("least", "at minimum"), ("most", "more at maximum")])
        {
            using var item = html.In("span");
            using (html.In("svg", ("viewBox", "0 0 22 10")))
            {
                Bar(html, part, 22, height: 10);
            }

            html.Text(words);
        }
    }

    /// <summary>The chart; nothing where there is nothing to show.</summary>
    /// <param name="html">Where.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="row">What one bar stands for.</param>
    /// <param name="sums">The figures, the greatest first.</param>
    public static void Write(HtmlWriter html, string title, string row, IReadOnlyCollection<CostSum> sums)
    {
        if (sums.Count == 0)
        {
            return;
        }

        var whole = Math.Max(sums.Max(static sum => Math.Max(sum.AtMinimum, sum.AtMaximum)), 0.01m);
        using var part = html.In("div");
        new HtmlTable(title, char.ToUpperInvariant(row[0]) + row[1..], "Chart", "At minimum>", "At maximum>") { Row = row, Class = "bars" }.Write(html, sums, (html, sum) =>
        {
            html.RowHead(sum.Name);
            using (html.In("td", ("class", "bar")))
            using (html.In("svg", ("viewBox", "0 0 100 12"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")))
            {
                Bar(html, "most", sum.AtMaximum / whole * 100);
                Bar(html, "least", sum.AtMinimum / whole * 100);
            }

            html.Number(Money.Whole(sum.AtMinimum)).Number(Money.Whole(sum.AtMaximum));
        }, Most);
    }

    private static void Bar(HtmlWriter html, string part, decimal width, int height = 12)
    {
        using var bar = html.In("rect", ("class", part), ("width", Math.Max(width, 0).ToString("0.##", CultureInfo.InvariantCulture)), ("height", $"{height}"));
    }
}
