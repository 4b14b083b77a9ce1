using Infra.Components.Serving;
using Infra.Components.Serving.Traffic;

namespace Infra.Components.Tests.Serving;

/// <summary>The same small service on each of the other runtimes.</summary>
internal static class RuntimeSamples
{
    public static readonly ModelSourceArgs Hub = new() { HuggingFace = "Qwen/Qwen2.5-0.5B-Instruct", Revision = "7ae5576" };

    /// <summary>A language model over two GPUs; from S3 unless it is said otherwise.</summary>
    public static InferenceServiceArgs Vllm(ModelSourceArgs? source = null, LlmArgs? llm = null, SecretKeyArgs? token = null, string memory = "24Gi", ExposeArgs? expose = null, string backend = "plain") => new()
    {
        Model = ServingSamples.Model,
        Namespace = "models",
        Runtime = "vllm",
        Backend = backend,
        Source = source ?? ServingSamples.S3,
        HuggingFaceToken = token,
        ModelSize = "4Gi",
        Pools = [Samples.GpuPool("t4", Samples.Spot)],
        Accelerators = ["t4"],
        Resources = new ResourcesArgs { Cpu = "4", Memory = memory, Devices = 2 },
        Environment = new Dictionary<string, string> { ["VLLM_LOGGING_LEVEL"] = "DEBUG" },
        Llm = llm ?? new LlmArgs { Precision = "fp16", Context = 4096, Concurrency = 8, TensorParallel = 2 },
        Monitoring = ServingSamples.Prometheus,
        Expose = expose,
    };

    /// <summary>A repository of two models, one of which is configured by us.</summary>
    public static InferenceServiceArgs Triton() => new()
    {
        Model = ServingSamples.Model,
        Namespace = "models",
        Runtime = "triton",
        Source = ServingSamples.S3,
        ModelSize = "1Gi",
        Pools = [Samples.GpuPool("t4", Samples.Spot)],
        Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
        TritonModels = [new TritonModelArgs { Name = "detector", Backend = "onnxruntime" }],
        Batching = new BatchingArgs { MaxBatchSize = 16, MaxLatencyMs = 2 },
        Monitoring = ServingSamples.Prometheus,
    };

    /// <summary>The seeds' Flask predictor, with the model in its image.</summary>
    public static InferenceServiceArgs Container(string? metricsPath = null) => new()
    {
        Model = ServingSamples.Model,
        Namespace = "models",
        Runtime = "container",
        ModelSize = "1Gi",
        Pools = [Samples.GpuPool("t4", Samples.Spot)],
        Resources = new ResourcesArgs { Cpu = "1", Memory = "4Gi", Devices = 1 },
        Container = new ServerContainerArgs { Image = "ghcr.io/acme/predictor:1.4.2", Args = ["--workers=2"], MetricsPath = metricsPath },
        Monitoring = ServingSamples.Prometheus,
    };
}
