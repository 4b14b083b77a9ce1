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
    public static PrometheusRuleArgs For(
        InferenceServiceArgs args, MonitoringArgs monitoring, RuntimeSpec runtime, ServingLabels labels, Meta.ObjectMetaArgs metadata)
    {
        metadata.Labels = labels.FoundBy(monitoring);
        return new PrometheusRuleArgs
        {
            Metadata = metadata,
            Spec = new PrometheusRuleSpecArgs
            {
                Groups = { new RuleGroupArgs { Name = $"{args.Model}.inference", Rules = { Latency(args, monitoring, runtime), Errors(args, monitoring, runtime) } } },
            },
        };
    }

    private static RuleArgs Latency(InferenceServiceArgs args, MonitoringArgs monitoring, RuntimeSpec runtime)
    {
        var limit = Number(monitoring.LatencyP95Seconds);
        return new RuleArgs
        {
            Alert = "InferenceLatencyHigh",
            Expr = args.Namespace.Apply(name =>
                $"histogram_quantile(0.95, sum by (le) (rate({runtime.LatencyBuckets.In(name)}[{Window}]))) / {runtime.LatencyUnitsPerSecond} > {limit}"),
            For = Window,
            Labels = Labels(args, "warning"),
            Annotations =
            {
                ["summary"] = $"{args.Model}: 95 % of the requests take longer than {limit} s",
                ["description"] = $"The 95th percentile over {Window} is {{{{ $value | humanizeDuration }}}}; the objective is {limit} s.",
            },
        };
    }

    private static RuleArgs Errors(InferenceServiceArgs args, MonitoringArgs monitoring, RuntimeSpec runtime)
    {
        var limit = Number(monitoring.ErrorRatio);
        return new RuleArgs
        {
            Alert = "InferenceErrorsHigh",
            Expr = args.Namespace.Apply(name =>
                $"sum(rate({runtime.FailedRequests.In(name)}[{Window}])) / sum(rate({runtime.Requests.In(name)}[{Window}])) > {limit}"),
            For = Window,
            Labels = Labels(args, "critical"),
            Annotations =
            {
                ["summary"] = $"{args.Model}: too many requests fail",
                ["description"] = $"{{{{ $value | humanizePercentage }}}} of the requests failed over {Window}; the objective is {limit} (share of 1).",
            },
        };
    }

    private static InputMap<string> Labels(InferenceServiceArgs args, string severity) =>
        new() { ["model"] = args.Model, ["namespace"] = args.Namespace, ["severity"] = severity };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
