using System.Globalization;
using Infra.Core.Serving;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>A promise of a model, and how its keeping is told, or why it isn't.</summary>
/// <param name="Key">Its key below <c>objectives</c>.</param>
/// <param name="Value">The promise.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="How">By what it is measured; why not, where nobody tells.</param>
public sealed record Promise(string Key, double Value, string Unit, string How)
{
    /// <summary>The promises of a model, in the order of the configuration.</summary>
    /// <param name="metrics">What its server tells; null for nothing.</param>
    /// <param name="promised">What it promises.</param>
    /// <param name="leastPods">Pods that it always has; 0 for a model that may sleep.</param>
    public static IEnumerable<Promise> Of(RuntimeMetrics? metrics, ServiceObjectives promised, int leastPods)
    {
        ArgumentNullException.ThrowIfNull(promised);
        return new[]
        {
            Timed("latencyP95Seconds", promised.LatencyP95Seconds, metrics?.Latency),
            Timed("latencyP99Seconds", promised.LatencyP99Seconds, metrics?.Latency),
            new("errorRatio", promised.ErrorRatio, "", metrics?.Counters is { } counters ? $"share of {string.Join(" and ", counters.All.Select(counter => counter.Metric.Name))}" : "no alert: the server doesn't tell of failures in words that we know"),
            promised.Availability is not { } share ? null : new("availability", share, "", leastPods == 0 ? "no alert: a model that may sleep promises no replica" : string.Create(CultureInfo.InvariantCulture, $"ready pods of {leastPods}, by kube-state-metrics")),
            Timed("firstTokenP95Seconds", promised.FirstTokenP95Seconds, metrics?.FirstToken),
            Timed("interTokenP95Seconds", promised.InterTokenP95Seconds, metrics?.InterToken),
            Timed("queueP95Seconds", promised.QueueP95Seconds, metrics?.Queue),
        }.OfType<Promise>();
    }

    private static Promise? Timed(string key, double? promised, LatencyMetric? latency) =>
        promised is not { } seconds ? null : new Promise(key, seconds, "s", Measured(key, latency, seconds));

    private static string Measured(string key, LatencyMetric? latency, double seconds) => latency switch
    {
        null => "no alert: the server doesn't tell it in words that we know",
        LatencyMetric.Summary summary when key == "latencyP95Seconds" => $"95th percentile of the slowest replica, {summary.Metric.Name}: it has no buckets, so that there is no budget",
        LatencyMetric.Summary summary => $"no alert: {summary.Metric.Name} has percentiles and no buckets; the percentile is recorded",
        _ => TimedRules.Bound(latency, seconds) switch
        {
            null => $"no alert: no bucket of {latency.Metric.Name} is within half and twice of it",
            { } bound when bound == seconds => $"bucket of {latency.Metric.Name}",
            { } bound => string.Create(CultureInfo.InvariantCulture, $"bucket of {bound} s of {latency.Metric.Name}, the nearest"),
        },
    };
}
