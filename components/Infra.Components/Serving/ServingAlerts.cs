using System.Globalization;
using Infra.Components.Monitoring;
using Infra.Core.Serving;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving;

/// <summary>Alerts on a model's latency and errors.</summary>
internal static class ServingAlerts
{
    private const string Window = "5m";

    /// <summary>The rule object's inputs.</summary>
    public static PrometheusRuleArgs For(MonitoringArgs args, string model, RuntimeSpec runtime, Meta.ObjectMetaArgs metadata)
    {
        foreach (var (key, value) in args.SelectorLabels)
        {
            metadata.Labels.Add(key, value);
        }

        return new PrometheusRuleArgs
        {
            Metadata = metadata,
            Spec = new PrometheusRuleSpecArgs
            {
                Groups = { new RuleGroupArgs { Name = $"{model}.inference", Rules = { Latency(args, model, runtime), Errors(args, model, runtime) } } },
            },
        };
    }

    private static RuleArgs Latency(MonitoringArgs args, string model, RuntimeSpec runtime)
    {
        var limit = Number(args.LatencyP95Seconds);
        return new RuleArgs
        {
            Alert = "InferenceLatencyHigh",
            Expr = $"histogram_quantile(0.95, sum by (le) (rate({runtime.LatencyBuckets}[{Window}]))) / {runtime.LatencyUnitsPerSecond} > {limit}",
            For = Window,
            Labels = Labels(model, "warning"),
            Annotations =
            {
                ["summary"] = $"{model}: 95 % of the requests take longer than {limit} s",
                ["description"] = $"The 95th percentile over {Window} is {{{{ $value | humanizeDuration }}}}; the objective is {limit} s.",
            },
        };
    }

    private static RuleArgs Errors(MonitoringArgs args, string model, RuntimeSpec runtime)
    {
        var limit = Number(args.ErrorRatio);
        return new RuleArgs
        {
            Alert = "InferenceErrorsHigh",
            Expr = $"sum(rate({runtime.FailedRequests}[{Window}])) / sum(rate({runtime.Requests}[{Window}])) > {limit}",
            For = Window,
            Labels = Labels(model, "critical"),
            Annotations =
            {
                ["summary"] = $"{model}: too many requests fail",
                ["description"] = $"{{{{ $value | humanizePercentage }}}} of the requests failed over {Window}; the objective is {limit} (share of 1).",
            },
        };
    }

    private static InputMap<string> Labels(string model, string severity) => new() { ["model"] = model, ["severity"] = severity };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
