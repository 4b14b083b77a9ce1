namespace Infra.Core.Versions;

/// <content>What watches the cluster and its models.</content>
public static partial class Pins
{
    /// <summary>
    /// Prometheus operator 0.93.1 with Prometheus 3.14.0, Alertmanager 0.34.0, Grafana 13.2.0 (chart 12.11.1), kube-state-metrics 2.20.0 (8.4.0) and node
    /// exporter 1.12.1 (4.56.1).
    /// </summary>
    public static readonly ChartPin KubePrometheusStack = new(
        "kube-prometheus-stack",
        "https://prometheus-community.github.io/helm-charts",
        "88.5.3",
        "github.com/prometheus-community/helm-charts, charts/kube-prometheus-stack at ea930bae",
        "2026-08-21");
}
