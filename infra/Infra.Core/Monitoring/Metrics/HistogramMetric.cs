using System.Collections.Immutable;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>How many events had which size, in buckets that add up (a classic histogram).</summary>
/// <param name="name">Its name, without <c>_bucket</c>.</param>
/// <param name="exporter">Who publishes it.</param>
/// <param name="labels">Labels of its own, without <c>le</c>.</param>
public sealed class HistogramMetric(string name, Exporter exporter, params IEnumerable<string> labels) : Metric(name, exporter, [.. labels, "le"])
{
    /// <summary>Units of the metric per unit that people ask in: 1,000,000 for microseconds.</summary>
    public int UnitsPerOne { get; init; } = 1;

    /// <summary>Upper bounds of its buckets in the metric's unit, ascending, without the last, which is infinite; empty where they aren't known.</summary>
    public ImmutableArray<double> Buckets { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string> SeriesNames => [$"{Name}_bucket", $"{Name}_sum", $"{Name}_count"];

    /// <summary>A percentile over all series together, in whole units.</summary>
    /// <param name="quantile">0 to 1.</param>
    /// <param name="window">Events of this time.</param>
    /// <param name="matchers">Conditions on labels.</param>
    public Expression Quantile(double quantile, Window window, params IEnumerable<Matcher> matchers) =>
        InUnits(Expression.Call("histogram_quantile", quantile, Over("rate", Select("_bucket", matchers), window).Sum("le")));

    /// <summary>The mean over all series together, in whole units.</summary>
    public Expression Mean(Window window, params IEnumerable<Matcher> matchers)
    {
        var selected = matchers.ToList();
        return InUnits(Over("rate", Select("_sum", selected), window).Sum() / Rate(window, selected));
    }

    /// <summary>Events per second, over all series together.</summary>
    public Expression Rate(Window window, params IEnumerable<Matcher> matchers) => Over("rate", Select("_count", matchers), window).Sum();

    /// <summary>Events per second that were no larger than a bucket's bound, over all series together.</summary>
    /// <param name="limit">The bound, in whole units; one that the histogram has (<see cref="Nearest"/>).</param>
    /// <param name="window">Events of this time.</param>
    /// <param name="matchers">Conditions on labels.</param>
    public Expression RateWithin(double limit, Window window, params IEnumerable<Matcher> matchers)
    {
        if (!Buckets.Any(bound => bound / UnitsPerOne == limit))
        {
            throw new ArgumentException($"{Name} has no bucket up to {limit}; it has: {string.Join(", ", Buckets.Select(bound => bound / UnitsPerOne))}", nameof(limit));
        }

        var bucket = new Bucket(Buckets.First(bound => bound / UnitsPerOne == limit));
        return Over("rate", Select("_bucket", [.. matchers, bucket.Matcher]), window).Sum();
    }

    /// <summary>The bound of a bucket that is nearest to a limit by their ratio, in whole units; null where none is within half and twice the limit: then nobody can tell.</summary>
    /// <param name="limit">The limit, in whole units.</param>
    public double? Nearest(double limit) => Buckets
        .Select(bound => bound / UnitsPerOne)
        .Where(bound => bound >= limit / 2 && bound <= limit * 2)
        .OrderBy(bound => Math.Abs(Math.Log(bound / limit)))
        .Select(bound => (double?)bound)
        .FirstOrDefault();

    private Expression InUnits(Expression value) => UnitsPerOne == 1 ? value : value / UnitsPerOne;
}
