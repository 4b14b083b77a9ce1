using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Serving;

/// <summary>How a runtime tells how long something takes.</summary>
public abstract record LatencyMetric
{
    private LatencyMetric()
    {
    }

    /// <summary>What is measured.</summary>
    public abstract Metric Metric { get; }

    /// <summary>The metric of one instance's pods alone.</summary>
    /// <param name="instance">The instance.</param>
    public abstract LatencyMetric Of(string instance);

    /// <summary>A percentile in seconds, over all replicas.</summary>
    /// <param name="quantile">0 to 1.</param>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Requests of this time.</param>
    public abstract Expression Quantile(double quantile, string namespaceName, Window window);

    /// <summary>A histogram.</summary>
    /// <param name="Series">Its series.</param>
    public sealed record Histogram(ModelSeries<HistogramMetric> Series) : LatencyMetric
    {
        /// <inheritdoc/>
        public override Metric Metric => Series.Metric;

        /// <inheritdoc/>
        public override LatencyMetric Of(string instance) => new Histogram(Series.Of(instance));

        /// <inheritdoc/>
        public override Expression Quantile(double quantile, string namespaceName, Window window) => Series.Metric.Quantile(quantile, window, Series.In(namespaceName));
    }

    /// <summary>Percentiles that every replica computes for itself, over a window of its own. The worst replica counts: percentiles can't be added up.</summary>
    /// <param name="Series">Its series.</param>
    public sealed record Summary(ModelSeries<SummaryMetric> Series) : LatencyMetric
    {
        /// <inheritdoc/>
        public override Metric Metric => Series.Metric;

        /// <inheritdoc/>
        public override LatencyMetric Of(string instance) => new Summary(Series.Of(instance));

        /// <inheritdoc/>
        public override Expression Quantile(double quantile, string namespaceName, Window window) => Series.Metric.Quantile(quantile, Series.In(namespaceName));
    }
}
