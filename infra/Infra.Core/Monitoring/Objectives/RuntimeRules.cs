using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>What a model's server does with requests: tokens, lengths, caches, batches.</summary>
internal static class RuntimeRules
{
    private static readonly Window _window = Window.Minutes(5);

    public static IEnumerable<Rule> Of(WatchedModel model) =>
    [
        .. Rate(model, model.Metrics.PromptTokens, RecordedSeries.PromptTokens),
        .. Rate(model, model.Metrics.Tokens, RecordedSeries.AnswerTokens),
        .. Mean(model, model.Metrics.PromptLength, RecordedSeries.PromptLength),
        .. Mean(model, model.Metrics.AnswerLength, RecordedSeries.AnswerLength),
        .. Mean(model, model.Metrics.BatchSize, RecordedSeries.BatchSize),
        .. CacheUse(model, model.Metrics.CacheUse),
        .. Times(model, model.Metrics.FirstToken, RecordedSeries.FirstTokenP95, RecordedSeries.TimedFirstTokens, RecordedSeries.SlowFirstTokens, model.Objectives.FirstTokenP95Seconds),
        .. Times(model, model.Metrics.InterToken, RecordedSeries.InterTokenP95, RecordedSeries.TimedTokens, RecordedSeries.SlowTokens, model.Objectives.InterTokenP95Seconds),
        .. Times(model, model.Metrics.Queue, RecordedSeries.QueueP95, RecordedSeries.TimedQueue, RecordedSeries.SlowQueue, model.Objectives.QueueP95Seconds),
    ];

    private static IEnumerable<Rule> Rate(WatchedModel model, ModelSeries<CounterMetric>? counter, GaugeMetric series) =>
        counter is null ? [] : [model.Record(series, counter.Metric.Rate(_window, counter.In(model.Namespace)).Sum())];

    private static IEnumerable<Rule> Mean(WatchedModel model, MeanMetric? mean, GaugeMetric series) =>
        mean is null ? [] : [model.Record(series, mean.Mean(model.Namespace, _window))];

    private static IEnumerable<Rule> CacheUse(WatchedModel model, ModelSeries<GaugeMetric>? use) =>
        use is null ? [] : [model.Record(RecordedSeries.KvCache, use.Metric.Now(use.In(model.Namespace)).Max())];

    private static IEnumerable<Rule> Times(WatchedModel model, LatencyMetric? times, GaugeMetric percentile, GaugeMetric timed, GaugeMetric slow, double? seconds) =>
        times is null ? [] : [model.Record(percentile, times.Quantile(0.95, model.Namespace, _window)), .. TimedRules.Of(model, times, timed, (slow, seconds))];
}
