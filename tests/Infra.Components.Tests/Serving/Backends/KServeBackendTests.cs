using Infra.Components.Serving;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

public sealed class KServeBackendTests
{
    /// <summary>A pipeline on two GPUs with transformer and batcher.</summary>
    public static InferenceServiceArgs Pipeline() => new()
    {
        Model = "nlp",
        Namespace = "models",
        Runtime = "container",
        Backend = "kserve",
        Container = new ServerContainerArgs { Image = "registry.example.com/nlp:1.4", Port = 8085 },
        ModelSize = "4Gi",
        Pools = [Samples.GpuPool("t4")],
        Resources = new ResourcesArgs { Cpu = "4", Memory = "16Gi", Devices = 2 },
        Batching = new BatchingArgs { MaxBatchSize = 32, MaxLatencyMs = 500 },
        Transformer = new TransformerArgs
        {
            Image = "registry.example.com/tokenizer:1.4",
            Args = ["--lowercase"],
            Port = 8081,
            Resources = new ResourcesArgs { Cpu = "1", Memory = "2Gi" },
        },
        Autoscaling = new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 3, CpuPercent = 70, MemoryPercent = 80 },
        ClientNamespaces = ["web"],
    };

    [Fact]
    public async Task A_fixed_number_of_pods_is_replaced_in_place_in_Standard_mode()
    {
        var service = SmallModel.Inputs(await SmallModel.Run(SmallModel.On("kserve")), ModelPods.InferenceService);

        JsonAssert.Same(
            """
            {
              "pulumi.com/waitFor": "condition=Ready",
              "pulumi.com/deletionPropagationPolicy": "foreground",
              "serving.kserve.io/deploymentMode": "Standard",
              "serving.kserve.io/autoscalerClass": "none"
            }
            """,
            service.SelectToken("metadata.annotations"));
        var predictor = service.SelectToken("spec.predictor")!;
        Assert.Equal((2, 2), ((int)predictor["minReplicas"]!, (int)predictor["maxReplicas"]!));
        Assert.Null(predictor["autoScaling"]);
        JsonAssert.Same("""{ "type": "RollingUpdate", "rollingUpdate": { "maxSurge": 0, "maxUnavailable": 1 } }""", predictor["deploymentStrategy"]);
        JsonAssert.Same("""{ "modelFormat": { "name": "vLLM" }, "runtime": "qwen" }""", predictor["model"]);
    }

    [Fact]
    public async Task A_pipeline_has_a_batcher_and_a_transformer_without_devices_and_identity()
    {
        var service = SmallModel.Inputs(await SmallModel.Run(Pipeline()), ModelPods.InferenceService);
        var transformer = service.SelectToken("spec.transformer")!;

        JsonAssert.Same("""{ "maxBatchSize": 32, "maxLatency": 500 }""", service.SelectToken("spec.predictor.batcher"));
        Assert.Null(transformer["serviceAccountName"]);
        Assert.Equal("transformer", transformer.SelectToken("labels['app.kubernetes.io/component']"));
        JsonAssert.Same(service.SelectToken("spec.predictor.nodeSelector")!.ToString(), transformer["nodeSelector"]);
        JsonAssert.Same(service.SelectToken("spec.predictor.tolerations")!.ToString(), transformer["tolerations"]);
        var container = transformer.SelectToken("containers[0]")!;
        JsonAssert.Same("""["--lowercase", "--http_port", "8081"]""", container["args"]);
        JsonAssert.Same("""{ "requests": { "cpu": "1", "memory": "2Gi" }, "limits": { "memory": "2Gi" } }""", container["resources"]);
        Assert.Equal("kserve-container", container["name"]);
    }

    // KServe hands the probe on to the container that batches, which takes no names of ports.
    [Theory]
    [InlineData(true, "8085")]
    [InlineData(false, "http")]
    public async Task Who_batches_finds_the_server_by_the_number_of_its_port(bool batches, string port)
    {
        var pipeline = Pipeline();
        var model = new InferenceServiceArgs
        {
            Model = pipeline.Model,
            Namespace = pipeline.Namespace,
            Runtime = pipeline.Runtime,
            Backend = pipeline.Backend,
            Container = pipeline.Container,
            ModelSize = pipeline.ModelSize,
            Pools = pipeline.Pools,
            Resources = pipeline.Resources,
            Batching = batches ? pipeline.Batching : null,
        };
        var server = SmallModel.Inputs(await SmallModel.Run(model), ModelPods.Runtime).SelectToken("spec.containers[0]")!;

        Assert.Equal((port, "http"), ((string?)server.SelectToken("readinessProbe.httpGet.port"), (string?)server.SelectToken("livenessProbe.httpGet.port")));
    }

    [Fact]
    public async Task Callers_reach_the_transformer_and_it_alone_needs_to_reach_the_batcher()
    {
        string? url = null;
        var run = await ServingSamples.Run(Pipeline(), service => service.Url.Apply(value => url = value));
        var policies = run.Registrations.Where(r => r.Type == "kubernetes:networking.k8s.io/v1:NetworkPolicy").ToDictionary(r => r.Name, r => r.Inputs["spec"]!);

        Assert.Equal("http://nlp-transformer.models.svc", url);
        Assert.Equal(["vision-batcher-network-policy", "vision-network-policy", "vision-transformer-network-policy"], policies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([9081], Ports(policies["vision-batcher-network-policy"], "ingress"));
        Assert.Equal("inference", Component(policies["vision-batcher-network-policy"]));
        var transformer = policies["vision-transformer-network-policy"];
        Assert.Equal("transformer", Component(transformer));
        Assert.Equal([8081], Ports(transformer, "ingress"));
        Assert.Equal([53, 53, 9081], Ports(transformer, "egress"));
        JsonAssert.Same("""["Ingress", "Egress"]""", transformer["policyTypes"]);
    }

    [Fact]
    public async Task Without_replicas_nobody_waits()
    {
        var service = SmallModel.Inputs(await SmallModel.Run(SmallModel.On("kserve", replicas: 0)), ModelPods.InferenceService);

        Assert.Equal("true", service.SelectToken("metadata.annotations['pulumi.com/skipAwait']"));
        Assert.Equal((0, 0), ((int)service.SelectToken("spec.predictor.minReplicas")!, (int)service.SelectToken("spec.predictor.maxReplicas")!));
    }

    private static IEnumerable<int> Ports(JToken policy, string direction) => policy.SelectTokens($"{direction}[*].ports[*].port").Values<int>();

    private static string? Component(JToken policy) => (string?)policy.SelectToken("podSelector.matchLabels['app.kubernetes.io/component']");
}
