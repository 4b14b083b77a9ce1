using System.Globalization;
using Infra.Planning.Rendering.Html;

namespace Infra.LoadTesting.Reports;

/// <summary>Where a chart is drawn, and its axes.</summary>
internal static class ChartFrame
{
    private const double Width = 900;
    private const double Height = 260;
    private const double Left = 70;
    private const double Bottom = 24;

    private static readonly string[] _colours = ["#2f5fc4", "#b3541e", "#17683a", "#8a2b6b", "#6b5a00", "#0d6f78"];

    public static HtmlElement Open(HtmlWriter html, string title) => html.In("svg", ("viewBox", $"0 0 {Text(Width)} {Text(Height)}"), ("role", "img"), ("aria-label", title), ("width", "100%"));

    public static string Colour(int series) => _colours[series % _colours.Length];

    public static double X(double share) => Left + (share * (Width - Left - 10));

    public static double Y(double share) => Height - Bottom - (share * (Height - Bottom - 12));

    public static void Tick(HtmlWriter html, bool isBelow, double share, string text)
    {
        var (x, y) = isBelow ? (X(share), Height - 6) : (Left - 6, Y(share) + 4);
        html.Element("text", text, ("x", Text(x)), ("y", Text(y)), ("font-size", "11"), ("fill", "currentColor"), ("text-anchor", isBelow ? "middle" : "end"));
        if (!isBelow)
        {
            using var line = html.In("line", ("x1", Text(X(0))), ("x2", Text(X(1))), ("y1", Text(Y(share))), ("y2", Text(Y(share))), ("stroke", "currentColor"), ("stroke-opacity", "0.15"));
        }
    }

    public static void Line(HtmlWriter html, string colour, IEnumerable<(double X, double Y)> points)
    {
        using var line = html.In(
            "polyline", ("points", string.Join(' ', points.Select(point => $"{Text(X(point.X))},{Text(Y(point.Y))}"))), ("fill", "none"), ("stroke", colour), ("stroke-width", "1.8"));
    }

    public static void Key(HtmlWriter html, IEnumerable<(string Name, string Colour)> series)
    {
        using var key = html.In("p", ("class", "key"));
        foreach (var (name, colour) in series)
        {
            using var item = html.In("span");
            using (html.In("svg", ("viewBox", "0 0 22 10"), ("aria-hidden", "true")))
            using (html.In("rect", ("width", "22"), ("height", "10"), ("fill", colour)))
            {
            }
            html.Text(name);
        }
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
