using Infra.Components.Nodes;
using Infra.Components.Serving;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Serving;

/// <summary>Models as the tests serve them. The component is named apart from the model, so that no test takes one for the other.</summary>
internal static class ServingSamples
{
    public const string Component = "vision";
    public const string Model = "classifier";

    /// <summary>What every object of a model says about itself.</summary>
    public const string Metadata =
        """
        {
          "name": "classifier",
          "namespace": "models",
          "labels": {
            "app.kubernetes.io/name": "tensorflow-serving",
            "app.kubernetes.io/instance": "classifier",
            "app.kubernetes.io/component": "inference",
            "app.kubernetes.io/part-of": "gpu-inference",
            "app.kubernetes.io/managed-by": "pulumi"
          }
        }
        """;

    public const string Selector = """{ "app.kubernetes.io/instance": "classifier", "app.kubernetes.io/component": "inference" }""";

    public static ModelSourceArgs S3 => new() { S3Uri = "s3://models-bucket/classifier", Region = "eu-central-1", ReaderRoleArn = "arn:aws:iam::123456789012:role/classifier-reader" };

    public static ModelSourceArgs Archive => new() { ArchiveUrl = "https://example.com/resnet.tar.gz" };

    /// <summary>A scaled model on one T4, read from S3, watched by Prometheus.</summary>
    public static InferenceServiceArgs OnGpu(
        PoolReferenceArgs[]? pools = null, AutoscalingArgs? autoscaling = null, MonitoringArgs? monitoring = null, string modelSize = "200Mi", string? priorityClass = null, bool spreadOverZones = false) => new()
        {
            Model = Model,
            Namespace = "models",
            PriorityClass = priorityClass,
            Runtime = "tensorflow-serving",
            Source = S3,
            ModelSize = modelSize,
            Pools = [.. pools ?? [Samples.GpuPool("t4", Samples.Spot)]],
            Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
            NewNodes = true,
            Autoscaling = autoscaling ?? new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 4, CpuPercent = 70, MemoryPercent = 80 },
            Monitoring = monitoring ?? Prometheus,
            ClientNamespaces = ["web"],
            SpreadOverZones = spreadOverZones,
        };

    /// <summary>Two replicas on CPU nodes that are there already, read from an archive.</summary>
    public static InferenceServiceArgs OnCpu(string modelSize = "200Mi") => new()
    {
        Model = Model,
        Namespace = "models",
        Runtime = "tensorflow-serving",
        Source = Archive,
        ModelSize = modelSize,
        Pools = [Samples.CpuPool()],
        Resources = new ResourcesArgs { Cpu = "500m", Memory = "1Gi" },
        Replicas = 2,
    };

    public static MonitoringArgs Prometheus => new()
    {
        PrometheusNamespace = "monitoring",
        SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" },
        LatencyP95Seconds = 0.2,
        ErrorRatio = 0.005,
    };

    public static Task<ComponentRun> Run(InferenceServiceArgs args, Action<InferenceService>? use = null) => ComponentHarness.RunAsync(() =>
    {
        var service = new InferenceService(Component, args, Samples.In(Samples.KubernetesProvider()));
        use?.Invoke(service);
    });

    /// <summary>The pod template of the model's Deployment.</summary>
    public static async Task<JToken> PodAsync(InferenceServiceArgs args) => Deployment(await Run(args)).SelectToken("spec.template.spec")!;

    public static JObject Deployment(ComponentRun run) => run["kubernetes:apps/v1:Deployment", $"{Component}-deployment"].Inputs;
}
