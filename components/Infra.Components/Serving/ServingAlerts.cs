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

    /// <summary>Whether there is anything to be alerted of.</summary>
    public static bool AnyFor(RuntimeMetrics metrics) => metrics is not { Latency: null, Counters: null };

    /// <summary>The rule object's inputs.</summary>
    public static PrometheusRuleArgs For(
        InferenceServiceArgs args, MonitoringArgs monitoring, RuntimeMetrics metrics, ServingLabels labels, Meta.ObjectMetaArgs metadata)
    {
        var rules = new InputList<RuleArgs>();
        if (metrics.Latency is { } latency)
        {
            rules.Add(Latency(args, monitoring, latency));
        }

        if (metrics.Counters is { } counters)
        {
            rules.Add(Errors(args, monitoring, counters));
        }

        metadata.Labels = labels.FoundBy(monitoring);
        return new PrometheusRuleArgs
        {
            Metadata = metadata,
            Spec = new PrometheusRuleSpecArgs
            {
                Groups = { new RuleGroupArgs { Name = $"{args.Model}.inference", Rules = rules } },
            },
        };
    }

    private static RuleArgs Latency(InferenceServiceArgs args, MonitoringArgs monitoring, LatencyMetric latency)
    {
        var limit = Number(monitoring.LatencyP95Seconds);
        return new RuleArgs
        {
            Alert = "InferenceLatencyHigh",
            Expr = args.Namespace.Apply(name => $"{latency.Percentile95(name, Window)} > {limit}"),
            For = Window,
            Labels = Labels(args, "warning"),
            Annotations =
            {
                ["summary"] = $"{args.Model}: 95 % of the requests take longer than {limit} s",
                ["description"] = $"The 95th percentile over {Window} is {{{{ $value | humanizeDuration }}}}; the objective is {limit} s.",
            },
        };
    }

    private static RuleArgs Errors(InferenceServiceArgs args, MonitoringArgs monitoring, RequestCounters counters)
    {
        var limit = Number(monitoring.ErrorRatio);
        return new RuleArgs
        {
            Alert = "InferenceErrorsHigh",
            Expr = args.Namespace.Apply(name => $"{counters.FailedShare(name, Window)} > {limit}"),
            For = Window,
            Labels = Labels(args, "critical"),
            Annotations =
            {
                ["summary"] = $"{args.Model}: too many requests fail",
                ["description"] = $"{{{{ $value | humanizePercentage }}}} of the requests failed over {Window}; the objective is {limit} (share of 1).",
            },
        };
    }

    private static InputMap<string> Labels(InferenceServiceArgs args, string severity)
    {
        var labels = new InputMap<string> { ["model"] = args.Model, ["namespace"] = args.Namespace, ["severity"] = severity };
        if (args.Tenant is { } tenant)
        {
            labels["tenant"] = tenant;
        }

        return labels;
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
