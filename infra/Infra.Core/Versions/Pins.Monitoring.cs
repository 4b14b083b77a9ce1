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

    /// <summary>Fluent Bit 5.1.1.</summary>
    public static readonly ChartPin FluentBit = new(
        "fluent-bit",
        "https://fluent.github.io/helm-charts",
        "0.58.1",
        "github.com/fluent/helm-charts, charts/fluent-bit at 22a564d",
        "2026-08-17");

    /// <summary>Loki 3.7.6. The community publishes the chart since 2026; that of Loki's makers stands at Loki 3.6.</summary>
    public static readonly ChartPin Loki = new(
        "loki",
        "https://grafana-community.github.io/helm-charts",
        "18.11.0",
        "github.com/grafana-community/helm-charts, charts/loki at 3386a115",
        "2026-08-20");

    /// <summary>OpenTelemetry Collector 0.158.0.</summary>
    public static readonly ChartPin OpenTelemetryCollector = new(
        "opentelemetry-collector",
        "https://open-telemetry.github.io/opentelemetry-helm-charts",
        "0.170.0",
        "github.com/open-telemetry/opentelemetry-helm-charts, charts/opentelemetry-collector at f5178cb9",
        "2026-08-14");

    /// <summary>The collector's image with the parts that Kubernetes needs; the chart names none by itself.</summary>
    public static readonly ImagePin OpenTelemetryCollectorImage = new(
        "ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s",
        "0.158.0",
        "github.com/open-telemetry/opentelemetry-helm-charts, charts/opentelemetry-collector at f5178cb9, appVersion; charts/opentelemetry-operator there for the repository",
        "2026-08-14");
}
