using Infra.TestKit;
using Newtonsoft.Json.Linq;
using static Infra.Cli.Tests.Seeds.SeedScenario;

namespace Infra.Cli.Tests.Seeds;

/// <summary>Document 002, large-scale inference.</summary>
public sealed class Seed002Tests
{
    [Theory]
    [InlineData("cuda", "nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04")]
    [InlineData("cpu", "python:3.12.11-slim-bookworm")]
    [Seed("S2.4", "multi-stage CUDA image (not built here)")]
    public void An_image_is_built_in_stages_of_pins_and_does_not_run_as_root(string kind, string image)
    {
        var file = new Dockerfile($"examples/docker/Dockerfile.{kind}");

        Assert.StartsWith("# Not built in this repository.", file.Head, StringComparison.Ordinal);
        Assert.Equal([image, image], file.Bases);
        Assert.Equal("10001:10001", file.User);
        Assert.Equal(["8080"], file.Values("EXPOSE"));
        Assert.Contains("--from=build /opt/server /opt/server", file.Values("COPY"));
        Assert.All(File.ReadAllLines(RepositoryRoot.Combine($"examples/docker/requirements.{kind}.txt")), line => Assert.Matches("^[A-Za-z-]+==[0-9.]+$", line));
    }

    [Fact]
    [Seed("S2.5", "Deployment deepseek-r1")]
    public async Task DeepSeek_has_a_GPU_each_and_is_asked_for_its_health()
    {
        var deployment = (await OfAsync("002-deepseek")).Object("Deployment", "deepseek-r1");
        var container = One(deployment, "spec.template.spec.containers");

        Holds(deployment, ("spec.replicas", 3));
        Holds(
            container,
            ("image", "registry.example.com/deepseek/r1-67b:v1.2"),
            ("ports[0].containerPort", 8080),
            ("resources.requests.cpu", "2"),
            ("resources.limits.memory", "32Gi"),
            ("resources.limits['nvidia.com/gpu']", "1"),
            ("readinessProbe.httpGet.path", "/health"),
            ("readinessProbe.httpGet.port", "http"),
            // In the place of initialDelaySeconds 30, which a large model outlasts.
            ("startupProbe.httpGet.path", "/health"));
    }

    [Fact]
    [Seed("S2.7", "tensor and pipeline parallelism, by LeaderWorkerSet")]
    public async Task Two_nodes_share_the_layers_and_eight_GPUs_each_layer()
    {
        var group = (await OfAsync("002-deepseek")).Object("LeaderWorkerSet", "deepseek-67b-group").SelectToken("spec.leaderWorkerTemplate")!;

        Holds(group, ("size", 2));
        foreach (var template in new[] { "leaderTemplate", "workerTemplate" })
        {
            var container = One(group, $"{template}.spec.containers");
            Assert.Subset(container["args"]!.Values<string>().ToHashSet(), new HashSet<string?> { "--tensor-parallel-size=8", "--pipeline-parallel-size=2", "--nnodes=$(LWS_GROUP_SIZE)" });
            Holds(container, ("resources.limits['nvidia.com/gpu']", "8"), ("resources.limits['vpc.amazonaws.com/efa']", "4"));
        }
    }

    [Fact]
    [Seed("S2.7", "tensor and pipeline parallelism, by Ray")]
    public async Task Ray_puts_two_workers_together()
    {
        var service = (await OfAsync("002-deepseek")).Object("RayService", "deepseek-67b-ray");
        var config = JObject.Parse((string)service.SelectToken("spec.serveConfigV2")!);

        Holds(config, ("applications[0].args.llm_configs[0].engine_kwargs.tensor_parallel_size", 8), ("applications[0].args.llm_configs[0].engine_kwargs.pipeline_parallel_size", 2));
        Holds(One(service, "spec.rayClusterConfig.workerGroupSpecs"), ("replicas", 2), ("template.spec.containers[0].resources.limits['nvidia.com/gpu']", "8"));
    }

    // `timeout` is left out: KServe takes it and hands it to nobody (pkg/controller, addBatcherAnnotations).
    [Fact]
    [Seed("S2.8", "InferenceService deepseek-batched: batcher")]
    public async Task KServe_gathers_requests_in_front_of_the_server()
    {
        var scenario = await OfAsync("002-deepseek");
        var predictor = scenario.Object("InferenceService", "deepseek-batched").SelectToken("spec.predictor")!;

        Holds(predictor, ("batcher.maxBatchSize", 32), ("batcher.maxLatency", 500), ("batcher.timeout", 10000), ("minReplicas", 2), ("maxReplicas", 2));
        Holds(scenario.KServeServer("deepseek-batched"), ("resources.limits['nvidia.com/gpu']", "1"));
    }

    [Fact]
    [Seed("S2.8", "dynamic batching (Triton)")]
    public async Task Triton_gathers_requests_by_itself() => Assert.Contains(
        "max_batch_size: 32\ndynamic_batching {\n  max_queue_delay_microseconds: 500000\n}\n",
        (string)(await OfAsync("002-deepseek")).Object("ConfigMap", "deepseek-triton").SelectToken("data['deepseek.pbtxt']")!,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("ceph", "ReadWriteMany", "500Gi", "rook-cephfs")]
    [InlineData("longhorn", "ReadWriteOnce", "200Gi", "longhorn")]
    [Seed("S2.3", "Rook-Ceph or Longhorn")]
    public async Task A_volume_may_be_of_any_storage_class(string name, string mode, string size, string storageClass) => Holds(
        (await OfAsync("002-deepseek")).Object("PersistentVolumeClaim", name),
        ("spec.accessModes[0]", mode),
        ("spec.resources.requests.storage", size),
        ("spec.storageClassName", storageClass));

    [Fact]
    [Seed("S2.13", "spot nodes with a PriorityClass")]
    public async Task What_may_wait_goes_to_spot_nodes_and_makes_place_first()
    {
        var scenario = await OfAsync("002-deepseek");

        Holds(scenario.Inputs("t4-spot-node-group"), ("capacityType", "SPOT"));
        Holds(scenario.Object("Deployment", "deepseek-triton"), ("spec.template.spec.priorityClassName", "gpu-inference-spot"), ("spec.template.spec.nodeSelector['gpu-inference/pool']", "t4-spot"));
        Holds(scenario.Object("PriorityClass", "gpu-inference-spot"), ("value", -1), ("preemptionPolicy", "Never"));
    }

    [Theory]
    [InlineData("amd-device-plugin", "mi300x")]
    [InlineData("gaudi-device-plugin", "gaudi2")]
    [Seed("S2.14", "AMD Instinct, Intel Gaudi")]
    public async Task Accelerators_of_others_have_their_device_plugin_on_their_nodes(string plugin, string nodes) =>
        Holds((await OfAsync("002-accelerators")).Object("DaemonSet", plugin), ("spec.template.spec.nodeSelector['example.com/gpus']", nodes));

    [Fact]
    [Seed("S2.14", "Triton Inference Server")]
    public async Task Triton_serves_a_repository()
    {
        var container = One((await OfAsync("002-accelerators")).Object("Deployment", "ensemble"), "spec.template.spec.containers");

        Assert.Contains("--model-repository=/models", container["args"]!.Values<string>());
        Holds(container, ("ports[?(@.name == 'http')].containerPort", 8000), ("ports[?(@.name == 'grpc')].containerPort", 8001), ("resources.limits['nvidia.com/gpu']", "1"));
    }

    [Fact]
    [Seed("S2.14", "the edge (KubeEdge; here hybrid nodes)")]
    public async Task A_model_may_run_outside_of_AWS() => Holds(
        (await OfAsync("002-accelerators")).Object("Deployment", "defect-finder"),
        ("spec.template.spec.nodeSelector['gpu-inference/pool']", "plant"),
        ("spec.template.spec.tolerations[0].key", "gpu-inference/edge"));
}
