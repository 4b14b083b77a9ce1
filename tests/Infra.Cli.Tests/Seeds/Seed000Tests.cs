using Newtonsoft.Json.Linq;
using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Document 000, KubeRay and KServe.</summary>
public sealed class Seed000Tests
{
    private const string Memory = "resources.limits.memory";
    private const string Gpu = "resources.limits['nvidia.com/gpu']";

    [Theory]
    [InlineData("ray-cluster", "worker-small", 1, 2, 5, "1", "4Gi", "1")]
    [InlineData("ray-gpu-cluster", "gpu-workers", 3, 3, 3, "4", "16Gi", "1")]
    [InlineData("optimized-ray-cluster", "optimized-workers", 3, 3, 3, "2", "8Gi", "1")]
    [InlineData("scalable-ray-cluster", "scalable-workers", 1, null, 10, "2", "8Gi", null)]
    [Seed("S0.1", "RayCluster ray-cluster")]
    [Seed("S0.1", "RayCluster ray-gpu-cluster")]
    [Seed("S0.1", "RayCluster optimized-ray-cluster")]
    [Seed("S0.2", "RayCluster scalable-ray-cluster (fix: with Ray's autoscaler)")]
    [Seed("S0.2", "replicas, minReplicas, maxReplicas")]
    public async Task Worker_groups_have_bounds_and_resources(string name, string workers, int min, int? replicas, int max, string cpu, string memory, string? gpus)
    {
        var cluster = (await OfAsync("000-ray")).Object("RayCluster", name)["spec"]!;
        var group = One(cluster, "workerGroupSpecs");

        Holds(group, ("groupName", workers), ("minReplicas", min), ("maxReplicas", max), ("replicas", replicas));
        // Ray's autoscaler owns the number where there is one.
        Holds(cluster, ("enableInTreeAutoscaling", replicas is null), ("rayVersion", "2.52.0"));
        Holds(One(group, "template.spec.containers"), ("image", "docker.io/rayproject/ray:2.52.0"), ("resources.requests.cpu", cpu), (Memory, memory), (Gpu, gpus));
    }

    [Theory]
    [InlineData("ray-cluster", "num-cpus", "1")]
    [InlineData("ray-gpu-cluster", "num-gpus", "1")]
    [InlineData("optimized-ray-cluster", "num-cpus", "2")]
    [InlineData("optimized-ray-cluster", "num-gpus", "1")]
    [InlineData("scalable-ray-cluster", "num-cpus", "2")]
    [Seed("S0.1", "rayStartParams of workers")]
    public async Task Workers_offer_what_their_flags_say(string name, string flag, string value) =>
        Holds(One((await OfAsync("000-ray")).Object("RayCluster", name), "spec.workerGroupSpecs"), ($"rayStartParams['{flag}']", value));

    [Theory]
    [InlineData("ray-cluster", "1", "4Gi", null, "0")]
    [InlineData("ray-gpu-cluster", "2", "8Gi", "1", null)]
    [InlineData("optimized-ray-cluster", "1", "4Gi", null, "0")]
    [InlineData("scalable-ray-cluster", "1", "2Gi", null, "0")]
    [Seed("S0.1", "head group: GCS 6379, dashboard 8265, a GPU where it is asked for")]
    public async Task The_head_has_its_ports_and_no_GPU_but_where_it_is_asked_for(string name, string cpu, string memory, string? gpus, string? numCpus)
    {
        var head = (await OfAsync("000-ray")).Object("RayCluster", name).SelectToken("spec.headGroupSpec")!;
        var container = One(head, "template.spec.containers");

        Holds(container, ("ports[?(@.name == 'gcs')].containerPort", 6379), ("ports[?(@.name == 'dashboard')].containerPort", 8265));
        Holds(container, ("resources.requests.cpu", cpu), (Memory, memory), (Gpu, gpus));
        Holds(head, ("rayStartParams['num-cpus']", numCpus), ("rayStartParams['dashboard-host']", name == "ray-cluster" ? "0.0.0.0" : null));
        Holds(head, ("template.spec.nodeSelector['gpu-inference/pool']", gpus is null ? null : "gpu"));
    }

    [Fact]
    [Seed("S0.3", "InferenceService sklearn-iris")]
    public async Task A_model_on_a_claim_is_mounted()
    {
        var scenario = await OfAsync("000-kserve");
        var predictor = scenario.Object("InferenceService", "sklearn-iris").SelectToken("spec.predictor")!;

        Holds(predictor, ("model.modelFormat.name", "sklearn"), ("model.runtime", "sklearn-iris"), ("volumes[?(@.name == 'model')].persistentVolumeClaim.claimName", "model-pv"));
        Holds(
            scenario.KServeServer("sklearn-iris"),
            ("volumeMounts[?(@.name == 'model')].mountPath", "/mnt/models"),
            ("volumeMounts[?(@.name == 'model')].subPath", "iris"),
            ("resources.requests.cpu", "1"),
            (Memory, "4Gi"),
            (Gpu, "1"));
    }

    [Theory]
    [InlineData("model-serving", "tensorflow", "model-bucket", "model-v1", "2", "8Gi")]
    [InlineData("auto-scaling-model", "triton", "model-bucket", "model", "2", "8Gi")]
    [InlineData("gpu-optimized-model", "tensorflow", "model-bucket", "gpu-model", "4", "16Gi")]
    [InlineData("gpu-aware-model", "tensorflow", "models", "gpu-model", "4", "16Gi")]
    [InlineData("image-classifier-optimized", "tensorflow", "models", "image-classifier", "2", "8Gi")]
    [Seed("S0.3", "InferenceService model-serving")]
    [Seed("S0.3", "InferenceService auto-scaling-model")]
    [Seed("S0.7", "InferenceService gpu-optimized-model: requests and limits")]
    public async Task A_model_in_S3_has_its_format_and_its_resources(string name, string format, string bucket, string path, string cpu, string memory)
    {
        var scenario = await OfAsync("000-kserve");
        var predictor = scenario.Object("InferenceService", name).SelectToken("spec.predictor")!;
        var source = (string)predictor.SelectToken("initContainers[0].env[?(@.name == 'MODEL_URI')].value")!;

        Holds(predictor, ("model.modelFormat.name", format));
        Assert.StartsWith($"s3://{bucket}-bucket-", source, StringComparison.Ordinal);
        Assert.EndsWith($"/{path}", source, StringComparison.Ordinal);
        Holds(scenario.KServeServer(name), ("resources.requests.cpu", cpu), (Memory, memory), (Gpu, "1"), ("resources.requests['nvidia.com/gpu']", "1"));
    }

    [Fact]
    [Seed("S0.4", "InferenceService model-serving: transformer of a format of its own")]
    public async Task A_transformer_is_a_container_with_files_of_its_own()
    {
        var transformer = (await OfAsync("000-kserve")).Object("InferenceService", "model-serving").SelectToken("spec.transformer")!;
        var source = (string)transformer.SelectToken("initContainers[0].env[?(@.name == 'MODEL_URI')].value")!;

        Holds(One(transformer, "containers"), ("image", "registry.example.com/transformer:1.0.0"), ("ports[0].containerPort", 8080), (Gpu, null));
        Assert.StartsWith("s3://model-bucket-bucket-", source, StringComparison.Ordinal);
        Assert.EndsWith("/transformer", source, StringComparison.Ordinal);
    }

    [Fact]
    [Seed("S0.3", "InferenceService auto-scaling-model: targets (fix: of its Deployment)")]
    [Seed("S0.6", "autoscaling: targets of CPU and memory, 1 to 10 (fix: the block is none of KServe's)")]
    public async Task A_predictor_is_scaled_by_CPU_and_memory()
    {
        var scenario = await OfAsync("000-kserve");

        Holds(scenario.Object("InferenceService", "auto-scaling-model")["spec"]!, ("autoscaling", null), ("predictor.minReplicas", null), ("predictor.maxReplicas", null));
        Holds(
            scenario.Object("HorizontalPodAutoscaler", "auto-scaling-model")["spec"]!,
            ("scaleTargetRef.kind", "Deployment"),
            ("scaleTargetRef.name", "auto-scaling-model-predictor"),
            ("minReplicas", 1),
            ("maxReplicas", 10),
            ("metrics[?(@.resource.name == 'cpu')].resource.target.averageUtilization", 70),
            ("metrics[?(@.resource.name == 'memory')].resource.target.averageUtilization", 80));
    }

    [Fact]
    [Seed("S0.12", "HPAs model-hpa, memory-hpa and custom-metric-hpa (fix: one autoscaler, of the Deployment)")]
    public async Task CPU_memory_and_requests_per_second_are_one_autoscaler()
    {
        var scenario = await OfAsync("000-autoscaling");
        var scaled = scenario.Object("ScaledObject", "image-classifier-optimized")["spec"]!;

        Holds(scaled, ("scaleTargetRef.kind", "Deployment"), ("scaleTargetRef.name", "image-classifier-optimized-predictor"), ("minReplicaCount", 2), ("maxReplicaCount", 10));
        Holds(
            scaled,
            ("triggers[0].type", "cpu"),
            ("triggers[0].metadata.value", "70"),
            ("triggers[1].type", "memory"),
            ("triggers[1].metadata.value", "80"),
            ("triggers[2].name", "requestsPerSecond"),
            ("triggers[2].metricType", "AverageValue"),
            ("triggers[2].metadata.threshold", "100"));
        Holds(scenario.Object("InferenceService", "image-classifier-optimized"), ("metadata.annotations['serving.kserve.io/autoscalerClass']", "external"));
    }

    [Theory]
    [InlineData("gpu-optimized-model", "t4")]
    [InlineData("image-classifier-optimized", "v100")]
    [Seed("S0.7", "nodeSelector nvidia.com/gpu.type, kubernetes.io/instance-type (fix: the pool's label)")]
    [Seed("S0.9", "Node gpu-node-01 with labels by hand (fix: the pool's)")]
    public async Task A_model_is_bound_to_its_pool_by_the_label_that_the_nodes_have(string name, string pool)
    {
        var scenario = await OfAsync("000-kserve");
        var predictor = scenario.Object("InferenceService", name).SelectToken("spec.predictor")!;
        var group = scenario.Inputs($"{pool}-node-group");

        Holds(predictor, ("nodeSelector", $$"""{"gpu-inference/pool":"{{pool}}"}"""), ("tolerations[0].key", "nvidia.com/gpu"), ("tolerations[0].effect", "NoSchedule"));
        Holds(group, ("labels['gpu-inference/pool']", pool), ("taints[0].key", "nvidia.com/gpu"), ("taints[0].effect", "NO_SCHEDULE"));
        Holds(group, ("labels['nvidia.com/gpu.type']", null), ("labels['kubernetes.io/instance-type']", null), ("labels['k8s.amazonaws.com/accelerator']", $"nvidia-{pool}"));
    }

    [Fact]
    [Seed("S0.9", "p3.2xlarge, which the label names")]
    public async Task The_pool_says_what_its_nodes_are() =>
        Holds((await OfAsync("000-kserve")).Inputs("v100-node-group"), ("instanceTypes[0]", "p3.2xlarge"), ("tags['k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu']", "1"));

    [Fact]
    [Seed("S0.11", "InferenceService gpu-aware-model: In [tesla-v100, tesla-t4]")]
    public async Task Several_pools_are_alternatives_in_order()
    {
        var affinity = (await OfAsync("000-kserve")).Object("InferenceService", "gpu-aware-model").SelectToken("spec.predictor.affinity.nodeAffinity")!;
        static string[] Pools(IEnumerable<JToken> found) => [.. found.Select(pool => (string)pool!)];
        const string Values = "matchExpressions[?(@.key == 'gpu-inference/pool')].values[*]";

        Assert.Equal(["v100", "t4"], Pools(affinity.SelectTokens($"requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[*].{Values}")));
        Assert.Equal(
            [100, 99],
            new[] { "v100", "t4" }.Select(pool => (int)affinity["preferredDuringSchedulingIgnoredDuringExecution"]!.Single(term => Pools(term.SelectTokens($"preference.{Values}")).Contains(pool))["weight"]!));
    }

    [Fact]
    [Seed("S0.8", "InferenceService image-classifier, before")]
    public async Task The_classifier_before_has_no_GPU()
    {
        var scenario = await OfAsync("000-kserve");

        Holds(scenario.KServeServer("image-classifier"), ("resources.requests.cpu", "1"), (Memory, "4Gi"), (Gpu, null));
        Holds(scenario.Object("InferenceService", "image-classifier"), ("spec.predictor.minReplicas", 1), ("spec.predictor.maxReplicas", 1));
    }

    [Fact]
    [Seed("S0.8", "InferenceService image-classifier-optimized")]
    public async Task The_classifier_after_has_a_V100_each_and_2_to_8_of_them()
    {
        var scenario = await OfAsync("000-kserve");

        Holds(scenario.Object("InferenceService", "image-classifier-optimized")["spec"]!, ("serverType", null));
        Holds(
            scenario.Object("HorizontalPodAutoscaler", "image-classifier-optimized")["spec"]!,
            ("minReplicas", 2),
            ("maxReplicas", 8),
            ("metrics[0].resource.name", "cpu"),
            ("metrics[0].resource.target.averageUtilization", 60));
    }

    [Fact]
    [Seed("S0.4", "InferenceService nlp-pipeline: two GPUs and a transformer")]
    [Seed("S0.8", "NLP pipeline")]
    public async Task The_pipeline_has_two_GPUs_behind_a_transformer_without()
    {
        var scenario = await OfAsync("000-kserve");
        var transformer = One(scenario.Object("InferenceService", "nlp-pipeline"), "spec.transformer.containers");

        Holds(scenario.KServeServer("nlp-pipeline"), ("resources.requests.cpu", "4"), (Memory, "16Gi"), (Gpu, "2"));
        Holds(transformer, ("resources.requests.cpu", "2"), (Memory, "8Gi"), (Gpu, null), ("image", "registry.example.com/nlp-transformer:1.0.0"));
    }

    [Fact]
    [Seed("S0.15", "requests in batches")]
    public async Task TensorFlow_Serving_gathers_requests()
    {
        var scenario = await OfAsync("000-kserve");

        Assert.Contains("--enable_batching=true", scenario.KServeServer("image-classifier-optimized")["args"]!.Values<string>());
        Holds(scenario.Object("ConfigMap", "image-classifier-optimized"), ("data['batching.config']", "max_batch_size { value: 16 }\nbatch_timeout_micros { value: 10000 }\n"));
    }

    [Fact]
    [Seed("S0.15", "cache of predictions (Redis)")]
    public async Task Answers_are_kept_for_ten_minutes()
    {
        var scenario = await OfAsync("000-kserve");
        var file = (string)scenario.Object("ConfigMap", "image-classifier-optimized-cache").SelectToken("data['nginx.conf']")!;

        Assert.Contains("set $model image-classifier-optimized-predictor.inference.svc.cluster.local:80;\n", file, StringComparison.Ordinal);
        Assert.Contains("ttl = 600,\n", file, StringComparison.Ordinal);
        Assert.Contains("tls = true,\n", file, StringComparison.Ordinal);
        Holds(scenario.Inputs("prediction-store-cache"), ("engine", "valkey"), ("cacheUsageLimits.dataStorage.maximum", 5));
    }

    [Fact]
    [Seed("S0.15", "network policy")]
    public async Task Only_named_namespaces_call_the_model() => Holds(
        (await OfAsync("000-kserve")).Object("NetworkPolicy", "image-classifier-optimized"),
        ("spec.ingress[0].from", """[{"podSelector":{}},{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"web"}}}]"""),
        ("spec.ingress[0].ports[0].port", 8501),
        ("spec.policyTypes", """["Ingress","Egress"]"""));
}
