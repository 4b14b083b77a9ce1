using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>A number that only grows, until its exporter starts anew.</summary>
/// <param name="name">Name of its series, with <c>_total</c> where it has that.</param>
/// <param name="exporter">Who publishes it.</param>
/// <param name="labels">Labels of its own.</param>
public sealed class CounterMetric(string name, Exporter exporter, params IEnumerable<string> labels) : Metric(name, exporter, labels)
{
    /// <inheritdoc/>
    public override IEnumerable<string> SeriesNames => [Name];

    /// <summary>Growth per second.</summary>
    public Expression Rate(Window window, params IEnumerable<Matcher> matchers) => Over("rate", Select("", matchers), window);

    /// <summary>Growth during the window; Prometheus extrapolates, so it need not be whole.</summary>
    public Expression Increase(Window window, params IEnumerable<Matcher> matchers) => Over("increase", Select("", matchers), window);
}
