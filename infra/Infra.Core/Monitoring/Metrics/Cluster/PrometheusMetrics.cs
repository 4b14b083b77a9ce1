namespace Infra.Core.Monitoring.Metrics;

/// <summary>What Prometheus knows of itself and of what it reads.</summary>
public static class PrometheusMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("prometheus", "3.14.0", "github.com/prometheus/prometheus, tag v3.14.0, scrape/scrape.go, rules/group.go and rules/alerting.go");

    /// <summary>1 where the last scrape of a target went well, else 0.</summary>
    public static readonly GaugeMetric Up = new("up", Exporter);

    /// <summary>1 for each alert that is pending or fires, with the alert's own labels.</summary>
    public static readonly GaugeMetric Alerts = new("ALERTS", Exporter, "alertname", "alertstate", "severity");
}
