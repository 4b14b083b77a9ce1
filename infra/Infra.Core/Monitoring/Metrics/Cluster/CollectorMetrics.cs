namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// What the OpenTelemetry collector tells of itself. Counters have no <c>_total</c>: its own reader for Prometheus leaves the suffix out unless it is told otherwise
/// (service/telemetry/otelconftelemetry/internal/migration/v0.3.0.go, applyPrometheusDefaults).
/// </summary>
public static class CollectorMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new(
        "opentelemetry-collector", "0.158.0", "github.com/open-telemetry/opentelemetry-collector, tag v0.158.0, documentation.md of exporter/exporterhelper and receiver/receiverhelper");

    /// <summary>Spans that the receiver of traces didn't take.</summary>
    public static readonly CounterMetric SendFailed = new("otelcol_exporter_send_failed_spans", Exporter, "exporter");

    /// <summary>Spans that found no room in the queue.</summary>
    public static readonly CounterMetric EnqueueFailed = new("otelcol_exporter_enqueue_failed_spans", Exporter, "exporter");

    /// <summary>Spans that were refused, by the memory limiter among others.</summary>
    public static readonly CounterMetric Refused = new("otelcol_receiver_refused_spans", Exporter, "receiver", "transport");
}
