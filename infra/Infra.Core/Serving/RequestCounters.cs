using System.Collections.Immutable;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;

namespace Infra.Core.Serving;

/// <summary>Counters of a runtime's requests.</summary>
/// <param name="All">Counters that together count all requests.</param>
/// <param name="Failed">Counter of those that the server failed to answer; errors of the caller don't count.</param>
public sealed record RequestCounters(ImmutableArray<ModelSeries<CounterMetric>> All, ModelSeries<CounterMetric> Failed)
{
    /// <summary>The counters of one instance's pods alone.</summary>
    /// <param name="instance">The instance.</param>
    public RequestCounters Of(string instance) => new([.. All.Select(counter => counter.Of(instance))], Failed.Of(instance));

    /// <summary>Requests per second, over all replicas.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Requests of this time.</param>
    public Expression PerSecond(string namespaceName, Window window) => All.Select(counter => Rate(counter, namespaceName, window)).Aggregate((sum, one) => sum + one);

    /// <summary>Requests per second that failed; 0 where none has failed yet: many servers make the series of failures with the first of them.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Requests of this time.</param>
    public Expression FailedPerSecond(string namespaceName, Window window) => Rate(Failed, namespaceName, window).Or(0 * PerSecond(namespaceName, window));

    /// <summary>Share of requests that failed, 0 to 1, over all replicas.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Requests of this time.</param>
    public Expression FailedShare(string namespaceName, Window window) => Rate(Failed, namespaceName, window) / PerSecond(namespaceName, window);

    /// <summary>The same, and 0 where nothing has failed yet.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Requests of this time.</param>
    public Expression FailedShareOrNone(string namespaceName, Window window) => FailedShare(namespaceName, window).Or(0 * PerSecond(namespaceName, window));

    private static Expression Rate(ModelSeries<CounterMetric> counter, string namespaceName, Window window) => counter.Metric.Rate(window, counter.In(namespaceName)).Sum();
}
