using Infra.Capacity.Statistics;

namespace Infra.LoadTesting.Reports;

/// <summary>The figures that every report has of a histogram, in the order in which they are shown.</summary>
internal static class Percentiles
{
    public static IReadOnlyList<string> Names { get; } = ["mean", "min", "p50", "p90", "p95", "p99", "p99.9", "max"];

    public static IEnumerable<double> Of(LatencyHistogram histogram) =>
    [
        histogram.MeanMicros, histogram.MinMicros, histogram.Percentile(50), histogram.Percentile(90), histogram.Percentile(95), histogram.Percentile(99), histogram.Percentile(99.9), histogram.MaxMicros,
    ];

    /// <summary>As cells of a table; dashes where nothing was measured.</summary>
    public static IEnumerable<string> Texts(LatencyHistogram histogram) => Of(histogram).Select(micros => histogram.Count == 0 ? "-" : LatencyText.Of(micros));
}
