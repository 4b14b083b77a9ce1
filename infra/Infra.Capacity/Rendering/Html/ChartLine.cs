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
            var column = Column(at, endMicros);
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

    /// <summary>A part of something that is counted by intervals: of each part of the time the mean, since the most would show more than there was.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="intervals">When each begins, the part, and what it is a part of; in order of time.</param>
    /// <param name="endMicros">When the last one ends.</param>
    public static ChartLine OfShares(string name, IEnumerable<(long AtMicros, double Part, double Whole)> intervals, long endMicros) => OfSteps(
        name,
        intervals.GroupBy(one => Column(one.AtMicros, endMicros)).Select(static group => (group.First().AtMicros, group.Sum(static one => one.Whole) is > 0 and var whole ? group.Sum(static one => one.Part) / whole : default(double?))),
        endMicros);

    private static int Column(long at, long endMicros) => endMicros <= 0 ? 0 : Math.Clamp((int)((Int128)at * Most / endMicros), 0, Most - 1);

    private static double? Greater(double? one, double? other) => one is null || other > one ? other : one;
}
