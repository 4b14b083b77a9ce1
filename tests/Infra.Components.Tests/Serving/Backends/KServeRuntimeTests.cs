using Infra.Components.Serving;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>Runtimes as KServe knows them.</summary>
public sealed class KServeRuntimeTests
{
    /// <summary>A classical model on CPU nodes.</summary>
    public static InferenceServiceArgs Classical(string runtime, string backend, BatchingArgs? batching = null) => new()
    {
        Model = "iris",
        Namespace = "models",
        Runtime = runtime,
        Backend = backend,
        Source = new ModelSourceArgs { S3Uri = "s3://models-bucket/iris", Region = "eu-central-1", ReaderRoleArn = "arn:aws:iam::123456789012:role/reader" },
        ModelSize = "64Mi",
        Pools = [Samples.CpuPool()],
        Resources = new ResourcesArgs { Cpu = "1", Memory = "2Gi" },
        Batching = batching,
    };

    [Theory]
    [InlineData("sklearn")]
    [InlineData("xgboost")]
    [InlineData("lightgbm")]
    public async Task A_classical_model_has_its_format_and_the_server_of_it(string format)
    {
        var run = await SmallModel.Run(Classical(format, "kserve"));
        var runtime = SmallModel.Inputs(run, ModelPods.Runtime)["spec"]!;

        JsonAssert.Same($$"""[{ "name": "{{format}}" }]""", runtime["supportedModelFormats"]);
        JsonAssert.Same($$"""{ "modelFormat": { "name": "{{format}}" }, "runtime": "iris" }""", SmallModel.Inputs(run, ModelPods.InferenceService).SelectToken("spec.predictor.model"));
        Assert.Equal("docker.io/kserve/predictiveserver:v0.20.0", runtime.SelectToken("containers[0].image"));
        JsonAssert.Same(
            $$"""["--model_name=iris", "--model_dir=/mnt/models", "--framework={{format}}", "--http_port=8080", "--grpc_port=8081"]""", runtime.SelectToken("containers[0].args"));
    }

    [Fact]
    public async Task The_same_server_runs_without_KServe()
    {
        var pod = SmallModel.Inputs(await SmallModel.Run(Classical("sklearn", "plain")), ModelPods.Deployment).SelectToken("spec.template.spec")!;

        Assert.Equal("docker.io/kserve/predictiveserver:v0.20.0", pod.SelectToken("containers[0].image"));
        Assert.Equal("/v1/models/iris", pod.SelectToken("containers[0].readinessProbe.httpGet.path"));
        Assert.Contains("\"$MODEL_DIRECTORY\"/*.[jp][oik][bcl]*", (string?)pod.SelectToken("initContainers[0].command[2]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_batches_nothing_itself_has_KServe_s_batcher_with_its_limits()
    {
        var service = SmallModel.Inputs(
            await SmallModel.Run(Classical("sklearn", "kserve", new BatchingArgs { MaxBatchSize = 32, MaxLatencyMs = 500, TimeoutSeconds = 60 })), ModelPods.InferenceService);

        JsonAssert.Same("""{ "maxBatchSize": 32, "maxLatency": 500, "timeout": 60 }""", service.SelectToken("spec.predictor.batcher"));
    }
}
