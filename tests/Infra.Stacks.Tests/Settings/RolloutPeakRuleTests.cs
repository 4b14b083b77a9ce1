namespace Infra.Stacks.Tests.Settings;

/// <summary>The GPUs that a rollout takes at its peak are counted before anybody waits for them.</summary>
public sealed class RolloutPeakRuleTests
{
    private const string Raise = "raise the pools' capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true), ask for fewer replicas";
    private const string Chat = """ "name": "chat", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"} """;
    private const string Try = """ "candidate": {"source": "s3://models/reader-2"} """;

    [Theory]
    // Two replicas on two GPUs: in place it always works.
    [InlineData("""{}""", 2, "")]
    [InlineData("""{"maxSurge": 1}""", 3, "gpu-inference:models[0].rollout: the strategy rolling on plain needs 3 GPUs at its peak (2 of the model, 1 until replaced pods have gone), but the model's pools can hold 2; " + Raise + ", or do without maxSurge, which needs 2")]
    [InlineData("""{"strategy": "canary", "weight": 10, TRY}""", 3, "gpu-inference:models[0].rollout: the strategy canary on plain needs 3 GPUs at its peak (2 of the stable model, 1 of the candidate), but the model's pools can hold 2; " + Raise + ", or use the strategy rolling, which needs 2")]
    // The largest step counts from the first on.
    [InlineData("""{"strategy": "canary", "weight": 10, "steps": [10, 60], TRY}""", 4, "gpu-inference:models[0].rollout: the strategy canary on plain needs 4 GPUs at its peak (2 of the stable model, 2 of the candidate), but the model's pools can hold 2; " + Raise + ", or use the strategy rolling, which needs 2")]
    [InlineData("""{"strategy": "canary", "weight": 10, "maxSurge": 1, TRY}""", 4, "gpu-inference:models[0].rollout: the strategy canary on plain needs 4 GPUs at its peak (2 of the stable model, 1 of the candidate, 1 until replaced pods have gone), but the model's pools can hold 2; " + Raise + ", or use the strategy rolling, which needs 2")]
    [InlineData("""{"strategy": "blueGreen", "live": "stable", TRY}""", 4, "gpu-inference:models[0].rollout: the strategy blueGreen on plain needs 4 GPUs at its peak (2 of the stable model, 2 of the candidate), but the model's pools can hold 2; " + Raise + ", or use the strategy rolling, which needs 2")]
    // Without a candidate that runs nothing is needed.
    [InlineData("""{"strategy": "canary", "weight": 0, TRY}""", 2, "")]
    [InlineData("""{"strategy": "canary", "weight": 100, TRY}""", 2, "")]
    public void A_strategy_needs_what_it_needs(string rollout, int enough, string problem)
    {
        var config = SampleConfig.Eks().With("models[0].replicas", "2").With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", rollout.Replace("TRY", Try, StringComparison.Ordinal));

        Assert.Equal(problem, config.Problems());
        Assert.Equal("", config.With("pools[0].capacity.max", $"{enough}").Problems());
    }

    [Fact]
    public void A_second_cluster_of_Ray_needs_all_GPUs_again()
    {
        var config = SampleConfig.Eks().With("models[0]", $$"""{ {{Chat}}, "backend": "ray", "replicas": 2}""");

        Assert.Equal(
            "gpu-inference:models[0].rollout: the strategy rolling on ray needs 4 GPUs at its peak (2 of the model, 2 until replaced pods have gone), but the model's pools can hold 2; "
            + Raise + ", or use the strategy onDelete, which needs 2 and waits until somebody deletes the cluster",
            config.Problems());
        Assert.Equal("", config.With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", """{"strategy": "onDelete"}""").Problems());
    }

    // One more than the two that there are for one that is replaced, and the candidate beside them.
    [Fact]
    public void A_language_model_of_KServe_is_replaced_beside_its_candidate() => Assert.Equal(
        "gpu-inference:models[0].rollout: the strategy canary on llmInferenceService needs 4 GPUs at its peak (2 of the stable model, 1 of the candidate, 1 until replaced pods have gone), but the model's pools can hold 3; "
        + Raise + ", or use the strategy rolling, which needs 3",
        SampleConfig.Eks()
            .With("pools[0].capacity.max", "3")
            .With("models[0]", $$"""{ {{Chat}}, "backend": "llmInferenceService", "replicas": 2, "expose": {"via": "gateway", "host": "models.example.com"} }""")
            .With("models[0].rollout", """{"strategy": "canary", "weight": 10, "candidate": {"source": "s3://models/chat-2"}}""")
            .Problems());

    private const string Larger = """{"strategy": "canary", "weight": WEIGHT, "candidate": {"gpus": 4}}""";

    // At the end the model becomes what was tried, while the candidate serves.
    [Theory]
    [InlineData("plain", 10, 8, "needs 12 GPUs at its peak (8 of the stable model once it is what was tried, 4 of the candidate), but the model's pools can hold 8; " + Raise + ", or use the strategy rolling, which needs 4")]
    [InlineData("plain", 10, 12, "")]
    [InlineData("plain", 100, 8, "")]
    [InlineData("plain", 100, 4, "")]
    public void What_is_tried_may_be_larger_than_the_model(string backend, int weight, int gpus, string problem) => Assert.Equal(
        problem.Length == 0 ? "" : $"gpu-inference:models[0].rollout: the strategy canary on {backend} {problem}",
        SampleConfig.Eks()
            .With("pools[0].instanceTypes", """["g4dn.12xlarge"]""")
            .With("pools[0].capacity.max", $"{gpus / 4}")
            .With("models[0].gpus", "2")
            .With("models[0].replicas", weight == 100 && gpus == 4 ? "1" : "2")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""")
            .With("models[0].rollout", Larger.Replace("WEIGHT", $"{weight}", StringComparison.Ordinal))
            .Problems());

    [Fact]
    public void What_was_tried_counts_as_the_model_that_it_is() => Assert.Equal(
        "gpu-inference:models[0].rollout: the strategy canary on ray needs 4 GPUs at its peak (2 of the model, 2 until replaced pods have gone), but the model's pools can hold 2; " + Raise.Replace(", ask for fewer replicas", "", StringComparison.Ordinal) + ", ask for fewer replicas",
        SampleConfig.Eks()
            .With("models[0]", $$"""{ {{Chat}}, "backend": "ray", "replicas": 2, "rollout": {"strategy": "canary", "weight": 100, "candidate": {"source": "s3://models/chat-2"} } }""")
            .Problems());

    private static string OnTwoNodes => Chat.Replace("\"fp16\"", "\"fp16\", \"pipelineParallel\": 2", StringComparison.Ordinal);

    [Fact]
    public void Groups_of_nodes_count_with_all_their_pods() => Assert.Equal(
        "gpu-inference:models[0].rollout: the strategy rolling on leaderWorkerSet needs 4 GPUs at its peak (2 of the model, 2 until replaced pods have gone), but the model's pools can hold 2; "
        + Raise + ", or do without maxSurge, which needs 2",
        SampleConfig.Eks()
            .With("models[0]", $$"""{ {{OnTwoNodes}}, "backend": "leaderWorkerSet", "rollout": {"maxSurge": 1} }""")
            .Problems());

    [Fact]
    public void A_candidate_on_a_pool_of_its_own_takes_nothing_from_the_model() => Assert.Equal(
        "",
        SampleConfig.Eks()
            .With("pools[1]", """{"name": "spare", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 1}}""")
            .With("models[0].replicas", "2")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", """{"strategy": "canary", "weight": 10, "candidate": {"source": "s3://models/reader-2", "pools": ["spare"]}}""")
            .Problems());

    [Fact]
    public void Models_that_share_a_pool_share_it_with_candidates_and_replaced_pods() => Assert.Equal(
        "gpu-inference:pools[0].capacity: the models reader with its candidate, writer may ask for 5 GPUs together, 1 of them while writer is rolled out, but the pool can have 4; "
        + "raise its capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true) or ask for fewer replicas",
        SampleConfig.Eks()
            .With("pools[0].capacity.max", "4")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", $$"""{"strategy": "canary", "weight": 10, {{Try}}}""")
            .With("models[1]", """{"name": "writer", "runtime": "tensorflow-serving", "source": "s3://models/writer", "pools": ["t4"], "replicas": 2, "rollout": {"maxSurge": 1}}""")
            .Problems());
}
