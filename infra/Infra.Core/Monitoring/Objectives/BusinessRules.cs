using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>A model's requests: how many, how fast, how many fail, how many wait.</summary>
internal static class BusinessRules
{
    private static readonly Window _window = Window.Minutes(5);

    public static IEnumerable<Rule> Of(WatchedModel model)
    {
        var (metrics, name) = (model.Metrics, model.Namespace);
        if (metrics.Counters is { } counters)
        {
            yield return model.Record(RecordedSeries.Requests, counters.PerSecond(name, _window));
            yield return model.Record(RecordedSeries.FailedRequests, counters.FailedPerSecond(name, _window));
            yield return model.Record(RecordedSeries.ErrorRatio, RecordedSeries.FailedRequests.Now(model.Recorded) / RecordedSeries.Requests.Now(model.Recorded));
        }
        else if (metrics.Latency is LatencyMetric.Histogram histogram)
        {
            yield return model.Record(RecordedSeries.Requests, histogram.Series.Metric.Rate(_window, histogram.Series.In(name)));
        }

        if (metrics.Latency is { } latency)
        {
            yield return model.Record(RecordedSeries.LatencyP50, latency.Quantile(0.5, name, _window));
            yield return model.Record(RecordedSeries.LatencyP95, latency.Quantile(0.95, name, _window));
            yield return model.Record(RecordedSeries.LatencyP99, latency.Quantile(0.99, name, _window));
        }

        foreach (var rule in TimedRules.Of(model, metrics.Latency, RecordedSeries.TimedRequests, (RecordedSeries.SlowRequests, model.Objectives.LatencyP95Seconds), (RecordedSeries.VerySlowRequests, model.Objectives.LatencyP99Seconds)))
        {
            yield return rule;
        }

        if (metrics.Waiting is { } waiting)
        {
            yield return model.Record(RecordedSeries.Waiting, waiting.Metric.Now(waiting.In(name)).Sum());
        }

        if (metrics.Running is { } running)
        {
            yield return model.Record(RecordedSeries.Running, running.Metric.Now(running.In(name)).Sum());
        }
    }
}
