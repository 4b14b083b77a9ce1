namespace Infra.Core.Monitoring.Metrics;

/// <summary>What Loki tells of itself.</summary>
public static class LokiMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("loki", "3.7.6", "github.com/grafana/loki, tag v3.7.6, pkg/ingester/metrics.go, pkg/validation/validate.go and production/loki-mixin/alerts.libsonnet");

    /// <summary>Requests, by how long they took and how they ended.</summary>
    public static readonly HistogramMetric Requests = new("loki_request_duration_seconds", Exporter, "method", "route", "status_code", "ws");

    /// <summary>Parts of logs that could not be written to the object store.</summary>
    public static readonly CounterMetric FlushFailures = new("loki_ingester_chunks_flush_failures_total", Exporter);

    /// <summary>Lines that were refused, by the reason.</summary>
    public static readonly CounterMetric DiscardedLines = new("loki_discarded_samples_total", Exporter, "reason", "tenant", "retention_hours", "policy", "format");
}
