using Pulumi;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Values of the kube-prometheus-stack chart (88.5.3) that we set; all others keep the chart's defaults.</summary>
internal static class MonitoringStackValues
{
    // What the provider runs and doesn't show, on EKS as on kind, where these answer on the loopback only.
    private static readonly string[] _hidden = ["kubeControllerManager", "kubeEtcd", "kubeProxy", "kubeScheduler"];

    /// <summary>The values document.</summary>
    /// <param name="args">Arguments of the stack.</param>
    /// <param name="remoteWrite">Address of the workspace; null for none.</param>
    public static Dictionary<string, object> For(MonitoringStackArgs args, Output<string>? remoteWrite)
    {
        var hasAlertmanager = args.Alertmanager is not null;
        var values = new Dictionary<string, object>
        {
            ["alertmanager"] = AlertmanagerValues.Of(args.Alertmanager),
            ["customRules"] = RuleValues.Times(),
            ["defaultRules"] = RuleValues.Of(hasAlertmanager),
            ["grafana"] = GrafanaValues.Of(args.Grafana is not null, hasAlertmanager),
            ["kube-state-metrics"] = ExporterValues.KubeStateMetrics(),
            // The chart's ten seconds are three times as many samples as anything here looks at.
            ["kubelet"] = new Dictionary<string, object> { ["serviceMonitor"] = new Dictionary<string, object> { ["cAdvisorInterval"] = Core.Monitoring.Scrape.IntervalText } },
            ["prometheus"] = PrometheusValues.Of(args, remoteWrite),
            ["prometheus-node-exporter"] = ExporterValues.NodeExporter(),
            ["prometheusOperator"] = OperatorValues.Of(),
        };
        foreach (var part in _hidden)
        {
            values[part] = new Dictionary<string, object> { ["enabled"] = false };
        }

        return values;
    }
}
