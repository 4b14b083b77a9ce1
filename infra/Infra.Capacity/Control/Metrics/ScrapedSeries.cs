using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>
/// A series as Prometheus has it: measured every interval, and known only as of then. A rate is that of PromQL's <c>rate()</c> over the window (prometheus/prometheus, promql/functions.go, extrapolatedRate), a mean that of <c>avg_over_time()</c>;
/// metrics-server does the same with windows of its own. Counters of a simulation never start anew.
/// </summary>
/// <param name="Source">What is measured, and how often.</param>
/// <param name="Samples">Measurements within the window, the last one always.</param>
public sealed record ScrapedSeries(MetricSource Source, ImmutableList<TimedValue> Samples)
{
    // rate() takes a gap of up to this many mean distances between samples for none.
    private const double Gap = 1.1;
    private const double Second = 1_000_000;

    /// <summary>A series without a measurement.</summary>
    /// <param name="source">What is measured.</param>
    public static ScrapedSeries Of(MetricSource source) => new(source, []);

    /// <summary>The series with one measurement more.</summary>
    /// <param name="nowMicros">Now.</param>
    /// <param name="value">What it is now.</param>
    public ScrapedSeries With(long nowMicros, double value)
    {
        var old = 0;
        while (old < Samples.Count && Samples[old].AtMicros <= nowMicros - Source.WindowMicros)
        {
            old++;
        }

        return this with { Samples = Samples.RemoveRange(0, old).Add(new TimedValue(nowMicros, value)) };
    }

    /// <summary>The last measurement; null without one.</summary>
    public double? Last => Samples.IsEmpty ? null : Samples[^1].Value;

    /// <summary>Mean of the measurements within the window; null without one.</summary>
    /// <param name="nowMicros">Now.</param>
    public double? Mean(long nowMicros)
    {
        var within = Within(nowMicros);
        return within.Count == 0 ? null : within.Average(sample => sample.Value);
    }

    /// <summary>Rate of a counter in a second; null with fewer than two measurements within the window.</summary>
    /// <param name="nowMicros">Now.</param>
    public double? PerSecond(long nowMicros)
    {
        var within = Within(nowMicros);
        if (within.Count < 2)
        {
            return null;
        }

        var (first, last) = (within[0], within[^1]);
        var increase = last.Value - first.Value;
        double sampled = last.AtMicros - first.AtMicros;
        var distance = sampled / (within.Count - 1);
        var before = Extrapolated(first.AtMicros - (nowMicros - Source.WindowMicros), distance);
        if (increase > 0)
        {
            // A counter is not followed back to below 0.
            before = Math.Min(before, sampled * first.Value / increase);
        }

        return increase * (sampled + before + Extrapolated(nowMicros - last.AtMicros, distance)) / sampled / (Source.WindowMicros / Second);
    }

    private static double Extrapolated(long gap, double distance) => gap >= distance * Gap ? distance / 2 : gap;

    private List<TimedValue> Within(long now) => [.. Samples.Where(sample => sample.AtMicros > now - Source.WindowMicros)];
}
