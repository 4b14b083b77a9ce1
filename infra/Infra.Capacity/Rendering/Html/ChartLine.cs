namespace Infra.Capacity.Rendering.Html;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Columns">Its value in each of as many equal parts of the time as the chart has columns; null where there is none.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<double?> Columns)
{
    /// <summary>Parts of the time that a chart shows: of more the eye sees nothing, and the page grows.</summary>
    public const int Most = 240;

    /// <summary>A number that changes in steps: the most of it in each part of the time, so that no peak is lost.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="steps">From when on, and how much; null for nothing. In order of time.</param>
    /// <param name="endMicros">When the last one ends.</param>
    public static ChartLine OfSteps(string name, IEnumerable<(long AtMicros, double? Value)> steps, long endMicros)
    {
        var columns = new double?[Most];
        var from = 0;
        double? last = null;
        foreach (var (at, value) in steps)
        {
            var column = endMicros <= 0 ? 0 : Math.Clamp((int)((Int128)at * Most / endMicros), 0, Most - 1);
            for (; from < column; from++)
            {
                columns[from] = Greater(columns[from], last);
            }

            columns[column] = Greater(columns[column], value);
            last = value;
        }

        for (; from < Most; from++)
        {
            columns[from] = Greater(columns[from], last);
        }

        return new ChartLine(name, columns);
    }

    /// <summary>Shares of a whole, part by part of the time: of the whole that falls into it; none where that is nothing.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="intervals">When each begins, the part and the whole in it, both spread over it evenly. In order of time, without gaps.</param>
    /// <param name="endMicros">When the last one ends.</param>
    public static ChartLine OfShares(string name, IEnumerable<(long AtMicros, double Part, double Whole)> intervals, long endMicros)
    {
        var (parts, wholes, all) = (new double[Most], new double[Most], intervals.ToList());
        for (var i = 0; i < all.Count; i++)
        {
            var (at, part, whole) = all[i];
            var (begin, end) = (Column(at), Column(i + 1 < all.Count ? all[i + 1].AtMicros : endMicros));
            for (var column = (int)begin; column < end && begin < end; column++)
            {
                var share = (Math.Min(end, column + 1) - Math.Max(begin, column)) / (end - begin);
                parts[column] += part * share;
                wholes[column] += whole * share;
            }
        }

        return new ChartLine(name, [.. parts.Zip(wholes, static (part, whole) => whole > 0 ? Math.Min(part / whole, 1) : default(double?))]);

        double Column(long micros) => endMicros <= 0 ? 0 : Math.Min((double)micros * Most / endMicros, Most);
    }

    private static double? Greater(double? one, double? other) => one is null || other > one ? other : one;
}
