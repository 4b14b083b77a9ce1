namespace Infra.Stacks.Tests.Settings;

/// <summary>A model with an endpoint picker: where there can be one, and what it is called.</summary>
public sealed class InferencePoolSettingsTests
{
    private const string Pooled = """{"via": "gateway", "host": "models.example.com", "inferencePool": {}}""";

    [Theory]
    [InlineData("plain")]
    [InlineData("leaderWorkerSet")]
    public void A_language_model_may_have_one(string backend) => Assert.Equal("", Chat(Pooled, $"\"backend\": \"{backend}\"").Problems());

    [Theory]
    [InlineData("kserve")]
    [InlineData("llmInferenceService")]
    public void Not_where_an_operator_decides_on_labels(string backend) => Assert.Equal(
        $"gpu-inference:models[0].expose.inferencePool: the backend {backend} can't have an InferencePool, because its operator decides on the labels of its pods; these can: plain, leaderWorkerSet; change backend or expose.inferencePool",
        Chat(Pooled, $"\"backend\": \"{backend}\"").Problems());

    [Fact]
    public void Not_for_another_runtime() => Assert.Equal(
        "gpu-inference:models[0].expose.inferencePool: the endpoint picker chooses by queue and cache of vLLM, and the runtime tensorflow-serving hasn't these; remove it, or set runtime: vllm",
        SampleConfig.NewEks().With("models[0].expose", Pooled).Problems());

    [Fact]
    public void Not_with_a_load_balancer() => Assert.Equal(
        "gpu-inference:models[0].expose.inferencePool: alb can't have an InferencePool; these can: gateway; change via or inferencePool",
        Chat("""{"via": "alb", "host": "models.example.com", "inferencePool": {}}""").Problems());

    [Fact]
    public void Not_with_an_Ingress() => Assert.Equal(
        "gpu-inference:models[0].expose.inferencePool: ingress can't have an InferencePool, unless annotations of the class' controller say it; these can: gateway; change via or inferencePool",
        Chat("""{"via": "ingress", "host": "models.example.com", "inferencePool": {}}""").With("traffic", """{"ingress": {"className": "traefik", "namespace": "traefik"}}""").Problems());

    // At 0 and 100 percent there is one version, which may have it.
    [Theory]
    [InlineData("\"strategy\": \"canary\", \"weight\": 10", true)]
    [InlineData("\"strategy\": \"canary\", \"weight\": 0", false)]
    [InlineData("\"strategy\": \"canary\", \"weight\": 100", false)]
    [InlineData("\"strategy\": \"blueGreen\", \"live\": \"stable\"", true)]
    public void Not_while_two_versions_run(string rollout, bool refused) => Assert.Equal(
        refused
            ? "gpu-inference:models[0].expose.inferencePool: Envoy AI Gateway sends all requests of a path to the one InferencePool, and here two versions or a cache of predictions would get them; remove it, or the candidate of rollout, or predictionCache"
            : "",
        Chat(Pooled).With("models[0].rollout", "{" + rollout + """, "candidate": {"source": "s3://models/chat-2"}}""").Problems());

    [Fact]
    public void Its_name_is_taken() => Assert.Equal(
        "gpu-inference:models[0].expose.inferencePool: 'chat-picker' is already the name of objects of gpu-inference:models[1]; names are unique in the namespace of the models",
        Chat(Pooled).With("models[1]", """{"name": "chat-picker", "runtime": "tensorflow-serving", "source": "s3://models/reader", "pools": ["t4"]}""").Problems());

    [Theory]
    [InlineData("""{"cpu": "10m"}""", "gpu-inference:models[0].expose.inferencePool.cpu: '10m' is not allowed; allowed: 100m to 64")]
    [InlineData("""{"memory": "1Mi"}""", "gpu-inference:models[0].expose.inferencePool.memory: '1Mi' is not allowed; allowed: 256Mi to 64Gi")]
    [InlineData("""{"replicas": 2}""", "gpu-inference:models[0].expose.inferencePool.replicas: unknown key; allowed: cpu, memory")]
    public void It_takes_so_much(string pool, string problem) => Assert.Equal(problem, Chat(Pooled).With("models[0].expose.inferencePool", pool).Problems());

    private static SampleConfig Chat(string expose, string further = "\"backend\": \"plain\"") => SampleConfig.NewEks().With(
        "models[0]",
        $$"""{"name": "chat", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}, {{further}}, "expose": {{expose}}}""");
}
