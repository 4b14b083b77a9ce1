using Infra.Core.Versions;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Names that the kube-prometheus-stack chart (88.5.3, templates/_helpers.tpl) and its operator give, from that of the release.</summary>
internal static class StackNames
{
    /// <summary>The Prometheus object; its Service and its service account are called the same.</summary>
    public static readonly string Prometheus = $"{Pins.KubePrometheusStack.Name}-prometheus";

    /// <summary>The Alertmanager object; its Service and its service account are called the same.</summary>
    public static readonly string Alertmanager = $"{Pins.KubePrometheusStack.Name}-alertmanager";

    /// <summary>Labels of Prometheus' pods (prometheus-operator 0.93.1, pkg/prometheus/server/statefulset.go).</summary>
    public static readonly IReadOnlyDictionary<string, string> PrometheusPods = new Dictionary<string, string>
    {
        ["app.kubernetes.io/name"] = "prometheus",
        ["operator.prometheus.io/name"] = Prometheus,
    };

    /// <summary>Labels of Alertmanager's pods (prometheus-operator 0.93.1, pkg/alertmanager/statefulset.go).</summary>
    public static readonly IReadOnlyDictionary<string, string> AlertmanagerPods = new Dictionary<string, string>
    {
        ["app.kubernetes.io/name"] = "alertmanager",
        ["alertmanager"] = Alertmanager,
    };

    /// <summary>Labels of Grafana's pods (grafana 12.11.1, templates/_helpers.tpl).</summary>
    public static readonly IReadOnlyDictionary<string, string> GrafanaPods = new Dictionary<string, string>
    {
        ["app.kubernetes.io/name"] = "grafana",
        ["app.kubernetes.io/instance"] = Pins.KubePrometheusStack.Name,
    };

    /// <summary>Port of Prometheus.</summary>
    public const int PrometheusPort = 9090;

    /// <summary>Port of Alertmanager.</summary>
    public const int AlertmanagerPort = 9093;

    /// <summary>Port by which Alertmanager's pods talk to one another.</summary>
    public const int GossipPort = 9094;

    /// <summary>Port of the sidecar that reloads configurations, which Prometheus scrapes.</summary>
    public const int ReloaderPort = 8080;

    /// <summary>Port of Grafana's pods.</summary>
    public const int GrafanaPort = 3000;
}
