namespace Infra.Core.Monitoring.Metrics;

/// <summary>What Prometheus knows of itself and of what it reads.</summary>
public static class PrometheusMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("prometheus", "3.14.0", "github.com/prometheus/prometheus, tag v3.14.0, scrape/scrape.go and rules/group.go");

    /// <summary>1 where the last scrape of a target went well, else 0.</summary>
    public static readonly GaugeMetric Up = new("up", Exporter);
}
