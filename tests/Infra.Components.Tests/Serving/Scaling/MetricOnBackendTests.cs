using Infra.Components.Serving;
using Infra.Components.Tests.Serving.Backends;
using Infra.Core.Serving.Autoscaling;
using Infra.TestKit;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Scaling;

/// <summary>Each metric on each backend: exactly these objects, or exactly this refusal.</summary>
public sealed class MetricOnBackendTests
{
    // Where somebody says a number of replicas, by the kind of the object.
    private static readonly Dictionary<string, string[]> _numbers = new()
    {
        ["Deployment"] = ["spec.replicas"],
        ["LeaderWorkerSet"] = ["spec.replicas"],
        ["LLMInferenceService"] = ["spec.replicas", "spec.scaling"],
        ["InferenceService"] = ["spec.predictor.minReplicas", "spec.predictor.maxReplicas"],
        ["RayService"] = ["spec.rayClusterConfig.workerGroupSpecs[0].replicas"],
    };

    private static readonly string[] _custom = [ScaledSamples.ScaledObject, ModelPods.Runtime, ModelPods.InferenceService, ModelPods.LlmInferenceService, ModelPods.RayService, ModelPods.LeaderWorkerSet];

    public static TheoryData<string> Backends => [.. ScaledSamples.Backends];

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task The_table_of_the_backend_is_exactly(string backend)
    {
        var lines = new List<string>();
        var behaviors = new HashSet<string>();
        foreach (var metric in ScalingMetrics.All)
        {
            lines.Add($"{ScalingMetrics.Key(metric)}:");
            lines.AddRange((await OutcomeAsync(backend, metric, behaviors)).Select(line => $"  {line}"));
        }

        // The model starts as slowly, whatever it is scaled by.
        lines.AddRange(behaviors.Select(behavior => $"behavior of each: {behavior}"));
        Assert.Equal(backend == "ray" ? 0 : 1, behaviors.Count);
        Golden.Match(string.Join('\n', lines) + "\n", $"{backend}.scaling.txt");
    }

    [Theory]
    [InlineData("plain", "apps/v1", "Deployment", "qwen")]
    [InlineData("kserve", "apps/v1", "Deployment", "qwen-predictor")]
    [InlineData("llmInferenceService", "apps/v1", "Deployment", "qwen-kserve")]
    [InlineData("leaderWorkerSet", "leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", "qwen-group")]
    public async Task The_queue_of_vLLM_scales_the_object_of_the_backend(string backend, string version, string kind, string name)
    {
        var (who, what) = Assert.Single(ScaledSamples.Scalers(await ScaledSamples.Run(backend, ScaledSamples.By(ScalingMetric.QueueDepth))));

        Assert.Equal("ScaledObject", who);
        JsonAssert.Same($$"""{ "apiVersion": "{{version}}", "kind": "{{kind}}", "name": "{{name}}" }""", what["scaleTargetRef"]);
        JsonAssert.Same("""{ "failureThreshold": 3, "replicas": 1, "behavior": "currentReplicasIfHigher" }""", what["fallback"]);
        JsonAssert.Same(
            """
            [
              {
                "type": "prometheus", "name": "queueDepth", "metricType": "AverageValue",
                "metadata": {
                  "serverAddress": "http://prometheus.monitoring.svc:9090",
                  "query": "sum(vllm:num_requests_waiting{namespace=\"models\",model_name=\"qwen\"})",
                  "threshold": "5", "activationThreshold": "0", "ignoreNullValues": "false"
                }
              }
            ]
            """,
            what["triggers"]);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public async Task One_counts_replicas_and_nobody_else_says_a_number(string backend)
    {
        var accepted = 0;
        foreach (var metric in ScalingMetrics.All)
        {
            if (await TryRunAsync(backend, metric) is not { } run)
            {
                continue;
            }

            accepted++;
            Assert.Single(ScaledSamples.Scalers(run));
            Assert.All(
                run.Registrations.Where(resource => _numbers.ContainsKey((string?)resource.Inputs["kind"] ?? "")),
                resource => Assert.All(_numbers[(string)resource.Inputs["kind"]!], path => Assert.Null(resource.Inputs.SelectToken(path))));
        }

        Assert.Equal(backend == "ray" ? 1 : 9, accepted);
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task What_is_declared_fits_the_definitions(string backend)
    {
        foreach (var metric in ScalingMetrics.All)
        {
            if (await TryRunAsync(backend, metric) is { } run)
            {
                var custom = run.Registrations.Where(resource => _custom.Contains(resource.Type)).ToList();
                Assert.True(custom.Count > 0 || (backend == "plain" && ScalingMetrics.IsResource(metric)));
                Assert.All(custom, resource => Assert.Equal([], CustomResourceDefinitions.Problems(resource.Inputs)));
            }
        }
    }

    [Theory]
    [InlineData("plain", "classifier-[a-z0-9]{1,10}-[a-z0-9]{5}")]
    [InlineData("kserve", "classifier-predictor-[a-z0-9]{1,10}-[a-z0-9]{5}")]
    public async Task GPU_memory_scales_a_server_that_gives_it_back(string backend, string pods)
    {
        var run = await ServingSamples.Run(Triton(backend));
        var (_, what) = Assert.Single(ScaledSamples.Scalers(run));
        var trigger = Assert.Single(what["triggers"]!);

        Assert.Contains($"DCGM_FI_DEV_FB_USED{{exported_namespace=\"models\",exported_pod=~\"{pods}\"}}", (string?)trigger.SelectToken("metadata.query"), StringComparison.Ordinal);
        Assert.Equal(("85", "1000000000"), ((string)trigger.SelectToken("metadata.threshold")!, (string)trigger.SelectToken("metadata.activationThreshold")!));
    }

    private static JToken WithoutBehavior(JToken scaler, HashSet<string> behaviors)
    {
        var rest = scaler.DeepClone();
        foreach (var path in new[] { "behavior", "advanced.horizontalPodAutoscalerConfig.behavior" })
        {
            if (rest.SelectToken(path) is { } behavior)
            {
                behaviors.Add(behavior.ToString(Formatting.None));
                behavior.Parent!.Remove();
            }
        }

        return rest;
    }

    private static InferenceServiceArgs Triton(string backend) => new()
    {
        Model = ServingSamples.Model,
        Namespace = "models",
        Runtime = "triton",
        Backend = backend,
        Source = ServingSamples.S3,
        ModelSize = "1Gi",
        Pools = [Samples.GpuPool("t4", Samples.Spot)],
        Resources = new ResourcesArgs { Cpu = "2", Memory = "8Gi", Devices = 1 },
        Autoscaling = ScaledSamples.By(ScalingMetric.GpuMemory),
        Prometheus = ScaledSamples.Prometheus,
        Monitoring = ServingSamples.Prometheus,
    };

    private static async Task<TestKit.Components.ComponentRun?> TryRunAsync(string backend, ScalingMetric metric)
    {
        try
        {
            return await ScaledSamples.Run(backend, ScaledSamples.By(metric));
        }
        catch (Pulumi.ResourceException)
        {
            return null;
        }
    }

    private static async Task<IEnumerable<string>> OutcomeAsync(string backend, ScalingMetric metric, HashSet<string> behaviors)
    {
        try
        {
            var run = await ScaledSamples.Run(backend, ScaledSamples.By(metric));
            return [.. ScaledSamples.Scalers(run).Select(scaler => $"{scaler.Who} {WithoutBehavior(scaler.What, behaviors).ToString(Formatting.None)}")];
        }
        catch (Pulumi.ResourceException refusal)
        {
            return refusal.Message.Split('\n').Select(line => line.Trim());
        }
    }
}
