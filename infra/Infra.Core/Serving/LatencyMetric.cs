namespace Infra.Core.Serving;

/// <summary>How a runtime tells how long something takes.</summary>
public abstract record LatencyMetric
{
    private LatencyMetric(int unitsPerSecond) => UnitsPerSecond = unitsPerSecond;

    /// <summary>Units of the metric per second: 1,000,000 for microseconds.</summary>
    public int UnitsPerSecond { get; }

    /// <summary>The metric of one instance's pods alone.</summary>
    /// <param name="instance">The instance.</param>
    public abstract LatencyMetric Of(string instance);

    /// <summary>PromQL of the 95th percentile in seconds, over all replicas.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Window, for example <c>5m</c>.</param>
    public string Percentile95(string namespaceName, string window) =>
        UnitsPerSecond == 1 ? InUnits(namespaceName, window) : $"{InUnits(namespaceName, window)} / {UnitsPerSecond}";

    /// <summary>The same in units of the metric.</summary>
    protected abstract string InUnits(string namespaceName, string window);

    /// <summary>A histogram.</summary>
    /// <param name="Buckets">Series of its buckets.</param>
    /// <param name="UnitsPerSecond">Units per second.</param>
    public sealed record Histogram(MetricSeries Buckets, int UnitsPerSecond) : LatencyMetric(UnitsPerSecond)
    {
        /// <inheritdoc/>
        public override LatencyMetric Of(string instance) => this with { Buckets = Buckets.Of(instance) };

        /// <inheritdoc/>
        protected override string InUnits(string namespaceName, string window) =>
            $"histogram_quantile(0.95, sum by (le) (rate({Buckets.In(namespaceName)}[{window}])))";
    }

    /// <summary>A percentile that every replica computes for itself, over a window of its own. The worst replica counts: percentiles can't be added up.</summary>
    /// <param name="Percentile">Series of the 95th percentile.</param>
    /// <param name="UnitsPerSecond">Units per second.</param>
    public sealed record Summary(MetricSeries Percentile, int UnitsPerSecond) : LatencyMetric(UnitsPerSecond)
    {
        /// <inheritdoc/>
        public override LatencyMetric Of(string instance) => this with { Percentile = Percentile.Of(instance) };

        /// <inheritdoc/>
        protected override string InUnits(string namespaceName, string window) =>
            $"max({Percentile.In(namespaceName)})";
    }
}
