using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>One small language model that every backend can serve.</summary>
internal static class SmallModel
{
    public const string Name = "qwen";

    public static InferenceServiceArgs On(string backend, int replicas = 2, AutoscalingArgs? autoscaling = null, RayArgs? ray = null, PrometheusArgs? prometheus = null) => new()
    {
        Model = Name,
        Namespace = "models",
        Runtime = "vllm",
        Backend = backend,
        Source = new ModelSourceArgs { S3Uri = "s3://models-bucket/qwen", Region = "eu-central-1", ReaderRoleArn = "arn:aws:iam::123456789012:role/reader" },
        ModelSize = "2Gi",
        Pools = [Samples.GpuPool("t4", Samples.Spot)],
        Accelerators = ["t4"],
        Resources = new ResourcesArgs { Cpu = "3", Memory = "12Gi", Devices = 1 },
        Llm = new LlmArgs { Precision = "fp16", Context = 4096, Concurrency = 16 },
        Environment = new Dictionary<string, string> { ["TEAM"] = "search" },
        PriorityClass = "gpu-inference-critical",
        Replicas = replicas,
        Autoscaling = autoscaling,
        Ray = ray,
        Prometheus = prometheus,
        Monitoring = ServingSamples.Prometheus,
        ClientNamespaces = ["web"],
    };

    /// <summary>A model over two nodes with eight GPUs and 32 interfaces each.</summary>
    public static InferenceServiceArgs OverTwoNodes(string backend, int replicas = 1)
    {
        var pool = Samples.GpuPool("h100");
        return new InferenceServiceArgs
        {
            Model = "deepseek",
            Namespace = "models",
            Runtime = "vllm",
            Backend = backend,
            Source = new ModelSourceArgs { S3Uri = "s3://models-bucket/deepseek", Region = "eu-central-1", ReaderRoleArn = "arn:aws:iam::123456789012:role/reader" },
            ModelSize = "700Gi",
            Pools = [new PoolReferenceArgs { Name = "h100", Selector = pool.Selector, Taints = pool.Taints, DeviceResource = pool.DeviceResource, DevicesPerNode = 8, EfaPerNode = 32 }],
            Accelerators = ["h100"],
            Resources = new ResourcesArgs { Cpu = "160", Memory = "1500Gi", Devices = 8 },
            Llm = new LlmArgs { Context = 32768, Concurrency = 32, TensorParallel = 8, PipelineParallel = 2 },
            Replicas = replicas,
        };
    }

    public static Task<ComponentRun> Run(InferenceServiceArgs args) => ServingSamples.Run(args);

    /// <summary>The objects that a run registered for one model, without the component.</summary>
    public static JObject Inputs(ComponentRun run, string type) => run.Registrations.Single(r => r.Type == type).Inputs;
}
