namespace Infra.Stacks.Tests.Settings;

/// <summary>What KServe can't do, in any form, and what its forms need.</summary>
public sealed class KServeRuleTests
{
    private const string Chat =
        """{"name": "chat", "backend": "BACKEND", "runtime": "vllm", "source": "hf://org/chat@v1", "pools": ["t4"], "replicas": REPLICAS, "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}""";

    [Fact]
    public void Knative_is_refused_with_what_works() => Assert.Equal(
        "gpu-inference:backends.kserve.mode: knative can't be had, even where the cluster has Knative: its Services refuse the preStop hook and the grace period with which models drain, call one port of a pod only, "
            + "and hold the GPUs of the old revision until a new one is ready; remove it: KServe then makes Deployments, which follow load by autoscaling",
        SampleConfig.Eks().With("backends", """{"kserve": {"mode": "knative"}}""").Problems());

    [Fact]
    public void The_other_mode_may_be_named() => Assert.Equal("", SampleConfig.Eks().With("backends", """{"kserve": {"mode": "standard"}}""").Problems());

    // Two nodes with a GPU each.
    [Theory]
    [InlineData("llmInferenceService", 1, "")]
    [InlineData("kserve", 2, "")]
    [InlineData("llmInferenceService", 0, "")]
    [InlineData("llmInferenceService", 2,
        "gpu-inference:models[0].rollout: the strategy rolling on llmInferenceService needs 3 GPUs at its peak (2 of the model, 1 until replaced pods have gone), but the model's pools can hold 2; "
        + "raise the pools' capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true), ask for fewer replicas, "
        + "or take the backend plain, which ends an old replica before it starts a new one and needs 2")]
    public void An_update_that_could_never_begin_is_refused(string backend, int replicas, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("models[0]", Chat.Replace("BACKEND", backend, StringComparison.Ordinal).Replace("REPLICAS", $"{replicas}", StringComparison.Ordinal)).Problems());

    // A quarter of four may go first.
    [Fact]
    public void Four_replicas_make_place_for_a_fifth() => Assert.Equal(
        "",
        SampleConfig.Eks()
            .With("pools[0].capacity", """{"max": 4}""")
            .With("models[0]", Chat.Replace("BACKEND", "llmInferenceService", StringComparison.Ordinal).Replace("REPLICAS", "4", StringComparison.Ordinal)).Problems());

    [Theory]
    [InlineData("\"ftp://x\"", "gpu-inference:models[0].transformer.source: 'ftp://x' is no source; allowed are s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only; https://HOST/PATH.tar.gz without credentials, port or query; hf://ORGANISATION/NAME@REVISION, where REVISION is a commit or tag; pvc://VOLUME/PATH, where VOLUME is a volume of gpu-inference:storage; oci://IMAGE with a tag other than latest or a digest")]
    [InlineData("\"hf://org/x@v1\"",
        "gpu-inference:models[0].transformer.source: found hf://ORGANISATION/NAME@REVISION, but a transformer takes s3://BUCKET/PATH or pvc://VOLUME/PATH or oci://IMAGE")]
    [InlineData("\"s3://modles/x\"", "gpu-inference:models[0].transformer.source: 'modles' is not a bucket; did you mean 'models'? there are: models")]
    [InlineData("\"pvc://disk/x\"", "gpu-inference:models[0].transformer.source: 'disk' is not a volume; gpu-inference:storage.volumes names none")]
    public void Files_of_a_transformer_have_to_be_where_it_can_read_them(string source, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("models[0].backend", "\"kserve\"").With("models[0].transformer", $$"""{"image": "ghcr.io/acme/t:1", "source": {{source}}}""").Problems());

    [Fact]
    public void A_server_that_gathers_requests_without_a_limit_is_given_none() => Assert.Equal(
        "gpu-inference:models[0].batching.timeoutSeconds: TensorFlow Serving gathers requests by itself and has no limit to their wait; remove it, and let callers say how long they wait",
        SampleConfig.Eks().With("models[0].batching", """{"timeoutSeconds": 60}""").Problems());
}
