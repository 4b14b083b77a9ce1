namespace Infra.Capacity.Rendering.Html;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Columns">Its value in each of as many equal parts of the time as the chart has columns; null where there is none.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<double?> Columns)
{
    /// <summary>Parts of the time that a chart shows: of more the eye sees nothing, and the page grows.</summary>
    public const int Most = 240;

    /// <summary>A number that changes in steps: the most of it in each part of the time, so that no peak is lost.</summary>
    public static ChartLine OfSteps(string name, IEnumerable<(long AtMicros, int Value)> steps, long endMicros)
    {
        var columns = new double?[Most];
        var (from, last) = (0, 0);
        foreach (var (at, value) in steps)
        {
            var column = Column(at, endMicros);
            Fill(columns, from, column, last);
            columns[column] = Math.Max(columns[column] ?? 0, value);
            (from, last) = (column + 1, value);
        }

        Fill(columns, from, Most, last);
        return new ChartLine(name, columns);
    }

    /// <summary>A number that is known at moments: the most of it in each part of the time.</summary>
    public static ChartLine OfMoments(string name, IEnumerable<(long AtMicros, double Value)> moments, long endMicros)
    {
        var columns = new double?[Most];
        foreach (var (at, value) in moments)
        {
            var column = Column(at, endMicros);
            columns[column] = Math.Max(columns[column] ?? 0, value);
        }

        return new ChartLine(name, columns);
    }

    private static int Column(long atMicros, long endMicros) => endMicros <= 0 ? 0 : (int)Math.Min((Int128)atMicros * Most / endMicros, Most - 1);

    private static void Fill(double?[] columns, int from, int to, int value)
    {
        for (var i = from; i < to; i++)
        {
            columns[i] = value;
        }
    }
}
