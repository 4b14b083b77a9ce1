using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;
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
    private const string BatchingFile = "batching.config";
    private const string MetricsPath = "/monitoring/prometheus/metrics";
    private const string ModelsDirectory = "/models";

    // Status codes for which the server is to blame: those that google.rpc.Code maps to HTTP 5xx, and RESOURCE_EXHAUSTED
    // (429 there), which TensorFlow answers when the GPU's memory is used up. The label holds the code's name
    // (tensorflow/serving, servables/tensorflow/util.cc, RecordModelRequestCount).
    private const string ServerErrors = "UNKNOWN|DEADLINE_EXCEEDED|RESOURCE_EXHAUSTED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS";

    /// <summary>The runtime for one model.</summary>
    /// <param name="request">The model and how it is served.</param>
    public static RuntimeSpec For(RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (model, gpu, batching) = (request.Model, request.Devices > 0, request.Batching);
        var environment = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add("MODEL_BASE_PATH", ModelsDirectory)
            .Add("MODEL_NAME", model);
        ImmutableArray<Matcher> ofModel = [Matcher.Is("model_name", model)];
        return new RuntimeSpec
        {
            Name = Runtimes.TensorFlowServingName,
            ModelFormat = "tensorflow",
            Image = (gpu ? Pins.TensorFlowServingGpu : Pins.TensorFlowServing).Reference,
            // tensorflow/serving publishes no arm64 images (Docker Hub, tags of 2.19).
            Architectures = [CpuArchitecture.Amd64],
            Arguments =
            [
                $"--monitoring_config_file={ConfigurationDirectory}/{MonitoringFile}",
                .. batching is null ? [] : (string[])["--enable_batching=true", $"--batching_parameters_file={ConfigurationDirectory}/{BatchingFile}"],
            ],
            // Without growth one server takes the whole memory of a GPU that it may have to share later.
            Environment = gpu ? environment.Add("TF_FORCE_GPU_ALLOW_GROWTH", "true") : environment,
            HttpPort = 8501,
            GrpcPort = 8500,
            ApiPath = $"/v1/models/{model}",
            // The REST server starts only after the first load, so that 200 means loaded.
            ReadyPath = $"/v1/models/{model}",
            // A server that can't load its model has to be replaced like one that hangs.
            LivePath = $"/v1/models/{model}",
            ModelDirectory = $"{ModelsDirectory}/{model}",
            ConfigurationDirectory = ConfigurationDirectory,
            ConfigurationFiles = Files(batching),
            ModelFiles = new ModelFiles("[0-9]*/saved_model.pb", "VERSION/saved_model.pb"),
            Metrics = new RuntimeMetrics
            {
                Path = MetricsPath,
                Latency = new LatencyMetric.Histogram(new(TensorFlowServingMetrics.Latency, ofModel)),
                Counters = new RequestCounters([new(TensorFlowServingMetrics.Requests, ofModel)], new(TensorFlowServingMetrics.Requests, [.. ofModel, Matcher.Like("status", ServerErrors)])),
                BatchSize = batching is null ? null : new MeanMetric.Histogram(new(TensorFlowServingMetrics.BatchSize, [ModelPods.Of(request.Instance ?? model)])),
            },
            ImageSize = gpu ? ByteSize.FromGibibytes(4) : ByteSize.FromMebibytes(512),
            Engine = [new ColdStartFigure("start of tensorflow-serving", 60, null, null)],
            // tensorflow/serving, issues/1853.
            Shutdown = ShutdownBehaviour.Ignores,
        };
    }

    private static ImmutableSortedDictionary<string, string> Files(BatchingOptions? batching)
    {
        var files = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
            .Add(MonitoringFile, $"prometheus_config {{\n  enable: true\n  path: \"{MetricsPath}\"\n}}\n");
        return batching is null
            ? files
            : files.Add(
                BatchingFile,
                $"max_batch_size {{ value: {batching.MaxBatchSize} }}\nbatch_timeout_micros {{ value: {(long)batching.MaxLatency.TotalMicroseconds} }}\n");
    }
}
