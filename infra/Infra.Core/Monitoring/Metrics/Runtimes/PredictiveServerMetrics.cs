namespace Infra.Core.Monitoring.Metrics;

/// <summary>What KServe's server of classical models publishes. Failures aren't counted.</summary>
public static class PredictiveServerMetrics
{
    /// <summary>The server itself.</summary>
    public static readonly Exporter Exporter = new(
        "KServe's predictive server", "v0.20.0", "github.com/kserve/kserve, tag v0.20.0, python/kserve/kserve/metrics.py; bounds: prometheus/client_python, prometheus_client/metrics.py, Histogram.DEFAULT_BUCKETS");

    /// <summary>Time of a prediction in s.</summary>
    public static readonly HistogramMetric Latency = new("request_predict_seconds", Exporter, "model_name")
    {
        Buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<Metric> All => [Latency];
}
