using System.Globalization;
using Infra.Components.Monitoring;
using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Alerts on a candidate that is worse than the stable model. Who gets no requests is not worse: a share of none is no number.</summary>
internal static class CandidateAlerts
{
    /// <summary>The rule object's inputs.</summary>
    /// <param name="spec">The candidate.</param>
    /// <param name="analysis">What counts as worse.</param>
    /// <param name="monitoring">Who finds the rules.</param>
    /// <param name="metrics">The candidate's metrics.</param>
    public static PrometheusRuleArgs For(ServingSpec spec, AnalysisArgs analysis, MonitoringArgs monitoring, RuntimeMetrics metrics)
    {
        var stable = Runtimes.For(Runtimes.Find(spec.Args.Runtime)!.Value, spec.Backend, spec.Request with { Instance = analysis.Stable }).Metrics!;
        var rules = new InputList<RuleArgs>();
        var window = string.Create(CultureInfo.InvariantCulture, $"{analysis.Minutes}m");
        if (metrics.Counters is { } counters && stable.Counters is { } others)
        {
            rules.Add(Rule(
                spec, analysis, window, "InferenceCandidateErrors",
                // A stable model that never failed must not hide what the candidate does.
                name => $"({counters.FailedShare(name, window)}) - ({others.FailedShareOrNone(name, window)}) > {Number(analysis.ErrorRatio)}",
                $"{spec.Request.Model}: the candidate fails more requests than the stable model",
                $"Of its requests {{{{ $value | humanizePercentage }}}} more failed over {window}; allowed are {Number(analysis.ErrorRatio)} (share of 1)."));
        }

        if (metrics.Latency is { } latency && stable.Latency is { } other)
        {
            rules.Add(Rule(
                spec, analysis, window, "InferenceCandidateSlow",
                name => $"({latency.Percentile95(name, window)}) / ({other.Percentile95(name, window)}) > {Number(analysis.LatencyFactor)}",
                $"{spec.Request.Model}: the candidate is slower than the stable model",
                $"At the 95th percentile its requests took {{{{ $value | humanize }}}} times as long over {window}; allowed are {Number(analysis.LatencyFactor)}."));
        }

        var metadata = spec.Metadata();
        metadata.Name = $"{spec.Args.Model}-analysis";
        metadata.Labels = spec.Labels.FoundBy(monitoring);
        return new PrometheusRuleArgs
        {
            Metadata = metadata,
            Spec = new PrometheusRuleSpecArgs { Groups = { new RuleGroupArgs { Name = $"{spec.Args.Model}.analysis", Rules = rules } } },
        };
    }

    private static RuleArgs Rule(ServingSpec spec, AnalysisArgs analysis, string window, string alert, Func<string, string> expression, string summary, string description) => new()
    {
        Alert = alert,
        Expr = spec.Args.Namespace.Apply(expression),
        For = window,
        Labels = { ["model"] = spec.Args.Model, ["stable"] = analysis.Stable, ["namespace"] = spec.Args.Namespace, ["severity"] = "warning" },
        Annotations = { ["summary"] = summary, ["description"] = $"{description} To go back, set the model's rollout.weight to 0, or rollout.live to stable." },
    };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
