using Infra.Components.Serving;
using Infra.Components.Tests.Serving.Backends;
using Infra.Core.Serving.Autoscaling;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Scaling;

/// <summary>The small language model, scaled by one thing.</summary>
internal static class ScaledSamples
{
    public const string Hpa = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
    public const string ScaledObject = "kubernetes:keda.sh/v1alpha1:ScaledObject";
    public const string Authentication = "kubernetes:keda.sh/v1alpha1:TriggerAuthentication";

    public static readonly string[] Backends = ["plain", "kserve", "llmInferenceService", "ray", "leaderWorkerSet"];

    public static PrometheusArgs Prometheus => new() { Url = "http://prometheus.monitoring.svc:9090" };

    public static PrometheusArgs Amazon =>
        new() { Url = "https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-0a1b2c3d-0000-4000-8000-000000000000", Region = "eu-central-1" };

    public static AutoscalingArgs By(ScalingMetric metric, int min = 1, ActivationArgs? activation = null) => new()
    {
        MinReplicas = min,
        MaxReplicas = 4,
        CpuPercent = metric == ScalingMetric.Cpu ? 70 : null,
        MemoryPercent = metric == ScalingMetric.Memory ? 80 : null,
        GpuPercent = metric == ScalingMetric.Gpu ? 75 : null,
        GpuMemoryPercent = metric == ScalingMetric.GpuMemory ? 85 : null,
        RequestsPerSecond = metric == ScalingMetric.RequestsPerSecond ? 2.5 : null,
        Concurrency = metric == ScalingMetric.Concurrency ? 12 : null,
        QueueDepth = metric == ScalingMetric.QueueDepth ? 5 : null,
        KvCachePercent = metric == ScalingMetric.KvCache ? 65 : null,
        TokensPerSecond = metric == ScalingMetric.TokensPerSecond ? 900 : null,
        Queries = metric == ScalingMetric.Queries ? [new ScalingQueryArgs { Name = "orders", Query = "sum(orders_open)", Target = 20 }] : [],
        Activation = activation,
    };

    public static Task<ComponentRun> Run(string backend, AutoscalingArgs autoscaling, PrometheusArgs? prometheus = null) =>
        SmallModel.Run(SmallModel.On(backend, autoscaling: autoscaling, prometheus: prometheus ?? Prometheus));

    /// <summary>What counts replicas: objects, and what the backends' own objects say.</summary>
    public static IEnumerable<(string Who, JToken What)> Scalers(ComponentRun run)
    {
        foreach (var resource in run.Registrations)
        {
            switch (resource.Type)
            {
                case Hpa or ScaledObject:
                    yield return ((string)resource.Inputs["kind"]!, resource.Inputs["spec"]!);
                    break;
                case ModelPods.RayService when (bool)resource.Inputs.SelectToken("spec.rayClusterConfig.enableInTreeAutoscaling")!:
                    var config = JObject.Parse((string)resource.Inputs.SelectToken("spec.serveConfigV2")!);
                    yield return ("RayService", config.SelectToken("applications[0].args.llm_configs[0].deployment_config.autoscaling_config")!);
                    break;
                case ModelPods.InferenceService when (string?)resource.Inputs.SelectToken("metadata.annotations['serving.kserve.io/autoscalerClass']") is not ("none" or "external"):
                    yield return ("InferenceService", resource.Inputs.SelectToken("spec.predictor.autoScaling")!);
                    break;
            }
        }
    }
}
