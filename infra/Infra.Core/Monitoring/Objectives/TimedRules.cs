using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>How many events were timed, and how many took longer than an objective: told by a histogram that has a bound near it, and by nothing else.</summary>
internal static class TimedRules
{
    private static readonly Window _window = Window.Minutes(5);

    /// <summary>The bound of the histogram by which an objective is measured; null where none is near.</summary>
    public static double? Bound(LatencyMetric? latency, double? seconds) =>
        latency is LatencyMetric.Histogram histogram && seconds is { } limit ? histogram.Series.Metric.Nearest(limit) : null;

    public static IEnumerable<Rule> Of(WatchedModel model, LatencyMetric? latency, GaugeMetric timed, params IEnumerable<(GaugeMetric Series, double? Seconds)> slow)
    {
        var bounds = slow.Select(one => (one.Series, Bound: Bound(latency, one.Seconds))).Where(one => one.Bound is not null).ToList();
        if (latency is not LatencyMetric.Histogram { Series: var series } || bounds.Count == 0)
        {
            yield break;
        }

        var all = series.Metric.Rate(_window, series.In(model.Namespace));
        yield return model.Record(timed, all);
        foreach (var (recorded, bound) in bounds)
        {
            yield return model.Record(recorded, all - series.Metric.RateWithin(bound!.Value, _window, series.In(model.Namespace)));
        }
    }
}
