using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Serving;

/// <summary>How a runtime tells how large something is on average.</summary>
public abstract record MeanMetric
{
    private MeanMetric()
    {
    }

    /// <summary>What is measured.</summary>
    public abstract IEnumerable<Metric> Metrics { get; }

    /// <summary>The metric of one instance's pods alone.</summary>
    /// <param name="instance">The instance.</param>
    public abstract MeanMetric Of(string instance);

    /// <summary>The mean over all replicas.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Events of this time.</param>
    public abstract Expression Mean(string namespaceName, Window window);

    /// <summary>By a histogram.</summary>
    /// <param name="Series">Its series.</param>
    public sealed record Histogram(ModelSeries<HistogramMetric> Series) : MeanMetric
    {
        /// <inheritdoc/>
        public override IEnumerable<Metric> Metrics => [Series.Metric];

        /// <inheritdoc/>
        public override MeanMetric Of(string instance) => new Histogram(Series.Of(instance));

        /// <inheritdoc/>
        public override Expression Mean(string namespaceName, Window window) => Series.Metric.Mean(window, Series.In(namespaceName));
    }

    /// <summary>By two counters.</summary>
    /// <param name="Amount">How much there was.</param>
    /// <param name="Events">In how many events.</param>
    public sealed record Quotient(ModelSeries<CounterMetric> Amount, ModelSeries<CounterMetric> Events) : MeanMetric
    {
        /// <inheritdoc/>
        public override IEnumerable<Metric> Metrics => [Amount.Metric, Events.Metric];

        /// <inheritdoc/>
        public override MeanMetric Of(string instance) => new Quotient(Amount.Of(instance), Events.Of(instance));

        /// <inheritdoc/>
        public override Expression Mean(string namespaceName, Window window) =>
            Amount.Metric.Rate(window, Amount.In(namespaceName)).Sum() / Events.Metric.Rate(window, Events.In(namespaceName)).Sum();
    }
}
