using System.Globalization;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;
using Infra.Core.Serving;

namespace Infra.Core.Monitoring.Objectives;

/// <summary>
/// The alert in the place of a budget where a server tells percentiles alone: of these nobody can say how many requests were slow, only for how long too many
/// were.
/// </summary>
internal static class LatencyHigh
{
    private static readonly Window _window = Window.Minutes(30);

    public static IEnumerable<AlertRule> Of(WatchedModel model)
    {
        if (model.Metrics.Latency is not LatencyMetric.Summary)
        {
            yield break;
        }

        var limit = model.Objectives.LatencyP95Seconds;
        var objective = string.Create(CultureInfo.InvariantCulture, $"{limit} s");
        yield return new AlertRule
        {
            Name = "InferenceLatencyHigh",
            Severity = Severity.P1,
            // The mean of half an hour and the value now: what is over tells nobody.
            Expression = (RecordedSeries.LatencyP95.Mean(_window, model.Recorded) > limit).And(RecordedSeries.LatencyP95.Now(model.Recorded) > limit),
            For = TimeSpan.FromMinutes(5),
            Labels = model.Labels,
            Summary = $"{model.Name}: 95 % of the requests take longer than {objective}",
            Description = $"The 95th percentile of the slowest replica is {{{{ $value | humanizeDuration }}}} on average over {_window}; the objective is {objective}. "
                + $"{model.Metrics.Latency.Metric.Exporter.Name} tells percentiles alone, so that there is no budget to be spent.",
            Runbook = BurnRateAlerts.Runbook,
        };
    }
}
