namespace Infra.Core.Monitoring.Metrics;

/// <summary>What Triton publishes of each of its models. Times come as summaries: its one histogram is for decoupled models alone.</summary>
public static class TritonMetrics
{
    /// <summary>Quantiles of its summaries, and how exact they are; Triton has to be told them.</summary>
    public const string Quantiles = "0.5:0.05,0.9:0.01,0.95:0.001,0.99:0.001";

    private static readonly string[] _labels = ["model", "version", "gpu_uuid"];

    /// <summary>Triton itself.</summary>
    public static readonly Exporter Exporter = new(
        "Triton", "24.01 to 26.02", "triton-inference-server/core, branches r24.01 and r26.02, src/metrics.cc and src/metric_model_reporter.cc; server, branch r26.02, docs/user_guide/metrics.md");

    /// <summary>Time of a request in µs.</summary>
    public static readonly SummaryMetric Latency = new("nv_inference_request_summary_us", Exporter, _labels) { UnitsPerOne = 1_000_000, Quantiles = [0.5, 0.9, 0.95, 0.99] };

    /// <summary>Time that a request waited in µs.</summary>
    public static readonly SummaryMetric Queue = new("nv_inference_queue_summary_us", Exporter, _labels) { UnitsPerOne = 1_000_000, Quantiles = [0.5, 0.9, 0.95, 0.99] };

    /// <summary>Requests that were answered.</summary>
    public static readonly CounterMetric Succeeded = new("nv_inference_request_success", Exporter, _labels);

    /// <summary>Requests that failed; why, newer releases say in <c>reason</c>.</summary>
    public static readonly CounterMetric Failed = new("nv_inference_request_failure", Exporter, [.. _labels, "reason"]);

    /// <summary>Requests that wait.</summary>
    public static readonly GaugeMetric Waiting = new("nv_inference_pending_request_count", Exporter, _labels);

    /// <summary>Items that were computed; a request may have several.</summary>
    public static readonly CounterMetric Inferences = new("nv_inference_count", Exporter, _labels);

    /// <summary>Times that a model was run, each on a batch.</summary>
    public static readonly CounterMetric Executions = new("nv_inference_exec_count", Exporter, _labels);

    /// <summary>All of them.</summary>
    public static IEnumerable<Metric> All => [Latency, Queue, Succeeded, Failed, Waiting, Inferences, Executions];
}
