using System.Globalization;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>The promises of a model whose keeping its server tells.</summary>
public static class ModelObjectives
{
    /// <summary>The objectives.</summary>
    /// <param name="model">The model.</param>
    public static IEnumerable<Objective> Of(WatchedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (metrics, promised) = (model.Metrics, model.Objectives);
        return new[]
        {
            metrics.Counters is null ? null : Errors(promised.ErrorRatio),
            Slow("InferenceSlow", metrics.Latency, RecordedSeries.TimedRequests, RecordedSeries.SlowRequests, promised.LatencyP95Seconds, 0.05, "answers too many requests slowly", "requests"),
            Slow("InferenceVerySlow", metrics.Latency, RecordedSeries.TimedRequests, RecordedSeries.VerySlowRequests, promised.LatencyP99Seconds, 0.01, "answers too many requests very slowly", "requests"),
            model.LeastPods > 0 && promised.Availability is { } share ? Available(share, model) : null,
            Slow("FirstTokenSlow", metrics.FirstToken, RecordedSeries.TimedFirstTokens, RecordedSeries.SlowFirstTokens, promised.FirstTokenP95Seconds, 0.05, "begins too many answers late", "first tokens"),
            Slow("InterTokenSlow", metrics.InterToken, RecordedSeries.TimedTokens, RecordedSeries.SlowTokens, promised.InterTokenP95Seconds, 0.05, "makes too many tokens slowly", "tokens"),
            Slow("QueueSlow", metrics.Queue, RecordedSeries.TimedQueue, RecordedSeries.SlowQueue, promised.QueueP95Seconds, 0.05, "lets too many requests wait", "requests"),
        }.OfType<Objective>();
    }

    private static Objective Errors(double ratio) => new()
    {
        Alert = "InferenceFailing",
        Bad = RecordedSeries.FailedRequests,
        All = RecordedSeries.Requests,
        Budget = ratio,
        Summary = "fails too many requests",
        Events = "requests failed",
        Promise = $"The objective is {Percent(ratio)} at most.",
    };

    private static Objective Available(double share, WatchedModel model) => new()
    {
        Alert = "InferenceUnavailable",
        Bad = RecordedSeries.Unavailability,
        All = null,
        Budget = 1 - share,
        Summary = "has too few pods that are ready",
        Events = string.Create(CultureInfo.InvariantCulture, $"{model.LeastPods} pods that always have to be there weren't ready"),
        Promise = $"The objective is that {Percent(share)} of them are.",
        LeastEvents = 0,
        // A pod that starts is given its time; before it is over nobody could do anything.
        For = TimeSpan.FromMinutes(Math.Ceiling(model.ColdStart.TotalMinutes)),
    };

    private static Objective? Slow(string alert, LatencyMetric? latency, GaugeMetric timed, GaugeMetric slow, double? seconds, double budget, string summary, string events) =>
        TimedRules.Bound(latency, seconds) is not { } bound
            ? null
            : new Objective
            {
                Alert = alert,
                Bad = slow,
                All = timed,
                Budget = budget,
                Summary = summary,
                Events = $"{events} took longer than {Seconds(bound)}",
                Promise = $"The objective is {Percent(budget)} at most that take longer than {Seconds(seconds!.Value)}{(bound == seconds ? "" : $", measured at the nearest bound of {latency!.Metric.Name}")}.",
            };

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds} s");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * share, 6)} %");
}
