using System.Collections.Immutable;

namespace Infra.Core.Serving;

/// <summary>Counters of a runtime's requests.</summary>
/// <param name="All">Counters that together count all requests.</param>
/// <param name="Failed">Counter of those that the server failed to answer; errors of the caller don't count.</param>
public sealed record RequestCounters(ImmutableArray<MetricSeries> All, MetricSeries Failed)
{
    /// <summary>The counters of one instance's pods alone.</summary>
    /// <param name="instance">The instance.</param>
    public RequestCounters Of(string instance) => new([.. All.Select(counter => counter.Of(instance))], Failed.Of(instance));

    /// <summary>PromQL of the share of requests that failed, 0 to 1, over all replicas.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Window, for example <c>5m</c>.</param>
    public string FailedShare(string namespaceName, string window)
    {
        var all = PerSecond(namespaceName, window);
        return $"{Rate(Failed, namespaceName, window)} / {(All.Length == 1 ? all : $"({all})")}";
    }

    /// <summary>The same, and 0 where nothing has failed yet: many servers make the series of failures with the first of them.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Window, for example <c>5m</c>.</param>
    public string FailedShareOrNone(string namespaceName, string window)
    {
        var all = PerSecond(namespaceName, window);
        return $"{FailedShare(namespaceName, window)} or 0 * {(All.Length == 1 ? all : $"({all})")}";
    }

    /// <summary>PromQL of the requests per second, over all replicas.</summary>
    /// <param name="namespaceName">Namespace of the model.</param>
    /// <param name="window">Window, for example <c>5m</c>.</param>
    public string PerSecond(string namespaceName, string window) => string.Join(" + ", All.Select(counter => Rate(counter, namespaceName, window)));

    private static string Rate(MetricSeries counter, string namespaceName, string window) => $"sum(rate({counter.In(namespaceName)}[{window}]))";
}
