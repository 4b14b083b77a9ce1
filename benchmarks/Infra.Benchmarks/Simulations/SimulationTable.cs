using System.Globalization;
using System.Text;
using Infra.Benchmarks.Measuring;

namespace Infra.Benchmarks.Simulations;

/// <summary>The figures as a table of Markdown, a row per length. What a request takes more is reckoned against the shortest one, so that starting and planning don't count.</summary>
internal sealed class SimulationTable
{
    private const double RequestsPerMinute = 60_000;

    private readonly StringBuilder _rows = new();
    private (int Minutes, double Seconds)? _shortest;

    /// <summary>Adds a row; lengths come in ascending order.</summary>
    public void Add(int minutes, IReadOnlyList<Sample> samples)
    {
        var seconds = Spread.Of(samples.Select(sample => sample.Seconds));
        var peak = samples.Max(sample => sample.PeakKiB) * 1024 / 1e6;
        var more = _shortest is { } shortest
            ? string.Create(CultureInfo.InvariantCulture, $"{(seconds.Median - shortest.Seconds) / ((minutes - shortest.Minutes) * RequestsPerMinute) * 1e6:F2} µs")
            : "";
        _shortest ??= (minutes, seconds.Median);
        _rows.AppendLine(CultureInfo.InvariantCulture, $"| {minutes} min | {minutes * RequestsPerMinute:N0} | {seconds.Minimum:F2} s | {seconds.Median:F2} s | {seconds.Maximum:F2} s | {peak:F0} MB | {more} |");
    }

    public string ToMarkdown() => $"""
        | length | requests | minimum | median | maximum | highest peak memory | per request more |
        |---|---|---|---|---|---|---|
        {_rows}
        """;
}
