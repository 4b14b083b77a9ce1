using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;
using Infra.Core.Versions;

namespace Infra.Core.Serving;

/// <summary>
/// NVIDIA Triton, over a repository of models in the pod. Flags, ports and metrics: triton-inference-server/server, branch r26.02, docs/user_guide. It is
/// also the home of PyTorch models (ADR 18).
/// </summary>
public static class Triton
{
    /// <summary>Directory of the files that we write, by <see cref="ConfigurationFile"/>; they become the <c>config.pbtxt</c> of their models.</summary>
    public const string ConfigurationDirectory = "/etc/triton";

    private const string ModelRepository = "/models";

    // Volta: later CUDA has no code for it.
    private const decimal Turing = 7.5m;

    /// <summary>Name of the file that becomes a model's <c>config.pbtxt</c>.</summary>
    public static string ConfigurationFile(string model) => $"{model}.pbtxt";

    /// <summary>The runtime for one repository.</summary>
    /// <param name="request">The repository and how it is served.</param>
    public static RuntimeSpec For(RuntimeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // One server, several models: what it says is told from others by the pod's label, which the monitor copies.
        ImmutableArray<Matcher> ofServer = [ModelPods.Of(request.Instance ?? request.Model)];
        return new RuntimeSpec
        {
            Name = Runtimes.TritonName,
            ModelFormat = "triton",
            // Arenas of its backends grow with requests (onnxruntime.ai, "CUDA Execution Provider", arena_extend_strategy); TensorFlow and vLLM take nearly all at the start.
            GrowsInGpuMemory = true,
            Image = (request.LeastComputeCapability < Turing ? Pins.TritonForVolta : Pins.Triton).Reference,
            Architectures = [CpuArchitecture.Amd64],
            Arguments =
            [
                "tritonserver",
                $"--model-repository={ModelRepository}",
                // Otherwise a server is ready with the models that did load.
                "--exit-on-error=true",
                "--strict-readiness=true",
                // Its own is 30; after it the server ends with requests in work.
                $"--exit-timeout-secs={request.LongestRequestSeconds}",
                "--metrics-config=summary_latencies=true",
                $"--metrics-config=summary_quantiles={TritonMetrics.Quantiles}",
            ],
            // Python models and what they import write below their home, which is the read-only root for a user without one.
            Environment = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("HOME", "/tmp"),
            HttpPort = 8000,
            GrpcPort = 8001,
            ApiPath = "/v2",
            ReadyPath = "/v2/health/ready",
            LivePath = "/v2/health/live",
            ModelDirectory = ModelRepository,
            ModelFiles = new ModelFiles("*/[0-9]*/*", "MODEL/VERSION/FILE"),
            ConfiguresModels = true,
            ConfigurationDirectory = ConfigurationDirectory,
            // A name that is listed twice is refused elsewhere.
            ConfigurationFiles = request.TritonModels.DistinctBy(model => model.Name).ToImmutableSortedDictionary(
                model => ConfigurationFile(model.Name),
                model => TritonModelConfiguration.Of(model with { DynamicBatching = model.DynamicBatching ?? request.Batching }, gpu: request.Devices > 0),
                StringComparer.Ordinal),
            Metrics = new RuntimeMetrics
            {
                Port = 8002,
                Path = "/metrics",
                Latency = new LatencyMetric.Summary(new(TritonMetrics.Latency, ofServer)),
                // A request that its caller cancelled is no failure of the server.
                Counters = new RequestCounters([new(TritonMetrics.Succeeded, ofServer), new(TritonMetrics.Failed, ofServer)], new(TritonMetrics.Failed, [.. ofServer, Matcher.IsNot("reason", "CANCELED")])),
                Waiting = new(TritonMetrics.Waiting, ofServer),
                Queue = new LatencyMetric.Summary(new(TritonMetrics.Queue, ofServer)),
                BatchSize = new MeanMetric.Quotient(new(TritonMetrics.Inferences, ofServer), new(TritonMetrics.Executions, ofServer)),
            },
            // The Python backend talks to its processes through it, 1 MiB and growing for each of them.
            SharedMemory = ByteSize.FromGibibytes(1),
            ImageSize = ByteSize.FromGibibytes(8),
            Engine = [new ColdStartFigure("start of triton", 90, null, null)],
            Shutdown = ShutdownBehaviour.Finishes,
        };
    }
}
