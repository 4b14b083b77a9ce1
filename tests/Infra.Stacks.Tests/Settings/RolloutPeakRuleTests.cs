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
