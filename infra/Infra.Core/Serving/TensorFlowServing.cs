using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Versions;

namespace Infra.Core.Serving;

/// <summary>
/// TensorFlow Serving. Flags and paths: tensorflow/serving, docker entry point and
/// <c>serving_config.md</c>, release 2.19. Since 2.7 the server reads no S3 (tensorflow/serving #1963): models are copied
/// to the node first.
/// </summary>
public static class TensorFlowServing
{
    private const string ConfigurationDirectory = "/etc/tensorflow-serving";
    private const string MonitoringFile = "monitoring.config";
    private const string MetricsPath = "/monitoring/prometheus/metrics";
    private const string ModelsDirectory = "/models";

    // Status codes for which the server is to blame: those that google.rpc.Code maps to HTTP 5xx, and RESOURCE_EXHAUSTED
    // (429 there), which TensorFlow answers when the GPU's memory is used up. The label holds the code's name
    // (tensorflow/serving, servables/tensorflow/util.cc, RecordModelRequestCount).
    private const string ServerErrors = "UNKNOWN|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS";

    private const long Gibibyte = 1L << 30;

    /// <summary>The runtime for one model.</summary>
    /// <param name="model">Model name; part of the URL, <c>/v1/models/MODEL:predict</c>.</param>
    /// <param name="gpu">Whether the model runs on GPUs.</param>
    public static RuntimeSpec For(string model, bool gpu)
    {
        var environment = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("MODEL_BASE_PATH", ModelsDirectory)
            .Add("MODEL_NAME", model);
        var ofModel = $"model_name=\"{model}\"";
        return new RuntimeSpec
        {
            Name = Runtimes.TensorFlowServingName,
            Image = gpu ? Pins.TensorFlowServingGpu : Pins.TensorFlowServing,
            // tensorflow/serving publishes no arm64 images (Docker Hub, tags of 2.19).
            Architectures = [CpuArchitecture.Amd64],
            Arguments = [$"--monitoring_config_file={ConfigurationDirectory}/{MonitoringFile}"],
            // Without growth one server takes the whole memory of a GPU that it may have to share later.
            Environment = gpu ? environment.Add("TF_FORCE_GPU_ALLOW_GROWTH", "true") : environment,
            HttpPort = 8501,
            GrpcPort = 8500,
            ApiPath = $"/v1/models/{model}",
            // The REST server starts only after the first load, so that 200 means loaded.
            ReadyPath = $"/v1/models/{model}",
            MetricsPath = MetricsPath,
            ModelDirectory = $"{ModelsDirectory}/{model}",
            ConfigurationDirectory = ConfigurationDirectory,
            ConfigurationFiles = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                .Add(MonitoringFile, $"prometheus_config {{\n  enable: true\n  path: \"{MetricsPath}\"\n}}\n"),
            LatencyBuckets = new MetricSeries(":tensorflow:serving:request_latency_bucket", ofModel),
            LatencyUnitsPerSecond = 1_000_000,
            Requests = new MetricSeries(":tensorflow:serving:request_count", ofModel),
            FailedRequests = new MetricSeries(":tensorflow:serving:request_count", $"{ofModel},status=~\"{ServerErrors}\""),
            ImageBytesEstimate = gpu ? 4 * Gibibyte : Gibibyte / 2,
            EngineInitEstimate = TimeSpan.FromSeconds(60),
        };
    }
}
