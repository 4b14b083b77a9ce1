using System.Globalization;
using System.Text;
using Infra.Planning.Rendering.Html;

namespace Infra.Capacity.Rendering.Html;

/// <summary>Lines over time, drawn by the page itself: no script, and colours that the page has for light and dark.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Show">Writes a value.</param>
internal sealed record LineChart(string Title, Func<double, string> Show)
{
    private const int Width = 640;
    private const int Height = 170;
    private const int Left = 64;
    private const int Ceiling = 8;
    private const int Bottom = 22;
    private const int Lines = 4;

    /// <summary>Whether values between two lines are none, as of replicas.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where the axis ends, whatever the values are; null for by the values.</summary>
    public double? Top { get; init; }

    private static int Right => Width - 12;

    private static int Floor => Height - Bottom;

    /// <summary>Draws it; nothing where no line has a value.</summary>
    public void Write(HtmlWriter html, IReadOnlyList<ChartLine> lines, long endMicros)
    {
        var values = lines.SelectMany(line => line.Columns).OfType<double>().ToList();
        if (values.Count == 0)
        {
            return;
        }

        var top = Top ?? Nice(values.Max());
        using var figure = html.In("figure", ("class", "chart"));
        html.Element("figcaption", Title);
        WriteKey(html, lines);
        using var svg = html.In("svg", ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-label", $"{Title}, over {Figures.Long(endMicros)}: {string.Join("; ", lines.Select(Range))}"));
        WriteGrid(html, top, endMicros);
        foreach (var (index, line) in lines.Index())
        {
            html.Element("path", "", ("class", $"l{index}"), ("d", Path(line, top)));
        }
    }

    private static void WriteKey(HtmlWriter html, IReadOnlyList<ChartLine> lines)
    {
        using var key = html.In("p", ("class", "key"), ("aria-hidden", "true"));
        foreach (var (index, line) in lines.Index())
        {
            using var item = html.In("span");
            using (html.In("svg", ("viewBox", "0 0 22 10")))
            {
                html.Element("path", "", ("class", $"l{index}"), ("d", "M0 5H22"));
            }

            html.Text(line.Name);
        }
    }

    private void WriteGrid(HtmlWriter html, double top, long endMicros)
    {
        for (var i = 0; i <= Lines; i++)
        {
            var (value, y) = (top * i / Lines, Y(i, Lines));
            html.Element("path", "", ("class", "grid"), ("d", $"M{Left} {Round(y)}H{Right}"));
            if (!IsWhole || value == Math.Floor(value))
            {
                html.Element("text", Show(value), ("x", $"{Left - 6}"), ("y", Round(y + 4)), ("text-anchor", "end"));
            }

            var x = Left + ((Right - Left) * i / (double)Lines);
            html.Element("text", Figures.Long(endMicros * i / Lines), ("x", Round(x)), ("y", $"{Height - 6}"), ("text-anchor", i == 0 ? "start" : i == Lines ? "end" : "middle"));
        }
    }

    private string Range(ChartLine line)
    {
        var values = line.Columns.OfType<double>().ToList();
        return values.Count == 0 ? $"{line.Name} none" : $"{line.Name} {Show(values.Min())} to {Show(values.Max())}";
    }

    // A step of each part of the time; where there is no value the line breaks off.
    private static string Path(ChartLine line, double top)
    {
        var path = new StringBuilder();
        double? before = null;
        var part = (Right - Left) / (double)line.Columns.Count;
        foreach (var (index, column) in line.Columns.Index())
        {
            if (column is { } value && value != before)
            {
                path.Append(before is null ? $"M{Round(Left + (index * part))} " : "V").Append(Round(Y(value, top)));
            }

            // Where the next column has the same value the line just goes on.
            if (column is not null && (index + 1 == line.Columns.Count || line.Columns[index + 1] != column))
            {
                path.Append('H').Append(Round(Left + ((index + 1) * part)));
            }

            before = column;
        }

        return path.ToString();
    }

    private static double Y(double value, double top) => Floor - (value / top * (Floor - Ceiling));

    /// <summary>The least of 1, 2, 4, 6, 8 and their tens that isn't below a value: a quarter of it is a number that people like.</summary>
    private static double Nice(double value)
    {
        if (value <= 0)
        {
            return Lines;
        }

        var ten = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return ten * ((double[])[1, 2, 4, 6, 8, 10]).First(step => step * ten >= value * (1 - 1e-9));
    }

    private static string Round(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
