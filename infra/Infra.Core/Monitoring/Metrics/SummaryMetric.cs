using System.Collections.Immutable;
using System.Globalization;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>Percentiles that every exporter computes for itself, over a window of its own. They can't be added up: of several replicas the worst counts.</summary>
/// <param name="name">Its name.</param>
/// <param name="exporter">Who publishes it.</param>
/// <param name="labels">Labels of its own, without <c>quantile</c>.</param>
public sealed class SummaryMetric(string name, Exporter exporter, params IEnumerable<string> labels) : Metric(name, exporter, [.. labels, "quantile"])
{
    /// <summary>Units of the metric per unit that people ask in: 1,000,000 for microseconds.</summary>
    public int UnitsPerOne { get; init; } = 1;

    /// <summary>The percentiles that there are, 0 to 1.</summary>
    public required ImmutableArray<double> Quantiles { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> SeriesNames => [Name, $"{Name}_sum", $"{Name}_count"];

    /// <summary>A percentile, of the worst series, in whole units; none where nothing came lately.</summary>
    /// <param name="quantile">0 to 1; one that the summary has.</param>
    /// <param name="matchers">Conditions on labels.</param>
    public Expression Quantile(double quantile, params IEnumerable<Matcher> matchers)
    {
        if (!Quantiles.Contains(quantile))
        {
            throw new ArgumentException($"{Name} has no percentile {quantile}; it has: {string.Join(", ", Quantiles)}", nameof(quantile));
        }

        var worst = new Expression(Select("", [.. matchers, Matcher.Is("quantile", quantile.ToString(CultureInfo.InvariantCulture))])).Max();
        // Of no requests there is no percentile: NaN, which would spoil every mean.
        return (UnitsPerOne == 1 ? worst : worst / UnitsPerOne) >= 0;
    }
}
