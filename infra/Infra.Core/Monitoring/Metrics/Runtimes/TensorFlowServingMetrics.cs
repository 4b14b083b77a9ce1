using System.Collections.Immutable;
using System.Globalization;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>What TensorFlow Serving publishes.</summary>
public static class TensorFlowServingMetrics
{
    /// <summary>TensorFlow Serving itself.</summary>
    public static readonly Exporter Exporter = new(
        "TensorFlow Serving", "2.19.1", "github.com/tensorflow/serving, tag 2.19.1, servables/tensorflow/util.cc, batching/batching_util.h and util/prometheus_exporter.cc");

    /// <summary>Time of a request in µs.</summary>
    public static readonly HistogramMetric Latency = new(":tensorflow:serving:request_latency", Exporter, "model_name", "API", "entrypoint") { UnitsPerOne = 1_000_000, Buckets = Exponential(10, 1.8, 33) };

    /// <summary>Requests.</summary>
    public static readonly CounterMetric Requests = new(":tensorflow:serving:request_count", Exporter, "model_name", "status");

    /// <summary>Requests of a batch; published by a server that makes batches, and without the model's name.</summary>
    public static readonly HistogramMetric BatchSize = new(":tensorflow:serving:batching_session:processed_batch_size", Exporter);

    /// <summary>All of them.</summary>
    public static IEnumerable<Metric> All => [Latency, Requests, BatchSize];

    // The exporter writes a bound with six digits (absl::StrCat), and Prometheus knows nothing else of it. The last of the buckets is infinite.
    private static ImmutableArray<double> Exponential(double first, double factor, int count) =>
        [.. Enumerable.Range(0, count).Select(i => double.Parse((first * Math.Pow(factor, i)).ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];
}
