using Infra.Components.Serving;
using Infra.Components.Tests.Serving.Backends;
using Infra.TestKit;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

/// <summary>A model that the server reads from S3 itself.</summary>
public sealed class StreamedModelTests
{
    [Fact]
    public async Task Nothing_is_copied_and_no_disk_is_asked_for()
    {
        var pod = await ServingSamples.PodAsync(Model("plain"));
        var server = pod.SelectToken("containers[0]")!;

        Assert.Null(pod["initContainers"]);
        Assert.Equal(["tmp", "shm"], pod["volumes"]!.Select(volume => (string?)volume["name"]));
        Assert.Equal(["/tmp", "/dev/shm"], server["volumeMounts"]!.Select(mount => (string?)mount["mountPath"]));
        // Scratch space alone.
        Assert.Equal("4Gi", (string?)server.SelectToken("resources.requests.ephemeral-storage"));
        Assert.Equal("$(MODEL_URI)", (string?)server.SelectToken("args[0]"));
        JsonAssert.Same(
            """
            [
              { "name": "AWS_EC2_METADATA_DISABLED", "value": "true" },
              { "name": "HF_HUB_OFFLINE", "value": "1" },
              { "name": "HOME", "value": "/tmp" },
              { "name": "USER", "value": "vllm" },
              { "name": "VLLM_NO_USAGE_STATS", "value": "1" },
              { "name": "MODEL_URI", "value": "s3://models-bucket/qwen" },
              { "name": "AWS_REGION", "value": "eu-central-1" }
            ]
            """,
            server["env"]);
    }

    [Theory]
    [InlineData("kserve")]
    [InlineData("llmInferenceService")]
    [InlineData("leaderWorkerSet")]
    public async Task Other_backends_stream_it_too(string backend)
    {
        var pod = ModelPods.Of(backend, await SmallModel.Run(Model(backend)));

        Assert.Empty(pod.SelectTokens("spec.initContainers[*]"));
        Assert.Equal(("$(MODEL_URI)", "s3://models-bucket/qwen"), ((string?)pod.SelectToken("spec.containers[0].args[0]"), (string?)pod.SelectToken("spec.containers[0].env[?(@.name == 'MODEL_URI')].value")));
    }

    // Copy: 2 GiB in 42.95 s and loading in 6.42 s; streamed: 1.92 s; each times two, beside 269 s for the engine.
    [Theory]
    [InlineData("safetensors", 56)]
    [InlineData("streamer", 55)]
    public async Task The_startup_probe_follows(string loader, int failures) =>
        Assert.Equal(failures, (int?)(await ServingSamples.PodAsync(Model("plain", loader))).SelectToken("containers[0].startupProbe.failureThreshold"));

    [Theory]
    [InlineData("MODEL_URI")]
    [InlineData("AWS_REGION")]
    public async Task Its_address_is_not_the_users_to_set(string variable) => Assert.Contains(
        $"vision.environment.{variable}: the runtime vllm sets it itself; remove it",
        (await Assert.ThrowsAnyAsync<Exception>(() => ServingSamples.Run(Model("plain", variable: variable)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Ray_has_a_loader_of_its_own() => Assert.Contains(
        "vision.llm.loader: the backend ray can't have weights that are streamed; these can: plain, kserve, llmInferenceService, leaderWorkerSet; change backend or llm.loader",
        (await Assert.ThrowsAnyAsync<Exception>(() => ServingSamples.Run(Model("ray")))).Message,
        StringComparison.Ordinal);

    private static InferenceServiceArgs Model(string backend, string loader = "streamer", string? variable = null)
    {
        var small = SmallModel.On(backend);
        return new InferenceServiceArgs
        {
            Model = small.Model,
            Namespace = small.Namespace,
            Runtime = small.Runtime,
            Backend = backend,
            Source = small.Source,
            ModelSize = small.ModelSize,
            Pools = small.Pools,
            Accelerators = small.Accelerators,
            Resources = small.Resources,
            Environment = variable is null ? [] : new Dictionary<string, string> { [variable] = "x" },
            Llm = new LlmArgs { Precision = "fp16", Context = 4096, Concurrency = 16, Loader = loader },
        };
    }
}
