namespace Infra.Stacks.Tests.Settings;

/// <summary>What a rollout may say, and what it needs. Whole messages, because these are what a user has.</summary>
public sealed class RolloutRuleTests
{
    private const string Try = """ "candidate": {"source": "s3://models/reader-2"} """;

    [Theory]
    [InlineData("""{"strategy": "canary", "weight": 10, TRY}""", "")]
    [InlineData("""{"strategy": "canary", "weight": 0, TRY}""", "")]
    [InlineData("""{"strategy": "canary", "weight": 100, TRY}""", "")]
    [InlineData("""{"strategy": "blueGreen", "live": "stable", TRY}""", "")]
    [InlineData("""{"maxSurge": 1}""", "")]
    [InlineData("""{"strategy": "canary", "weight": 10}""", "gpu-inference:models[0].rollout.candidate: missing; the strategy canary tries something; say what differs from the model, for example its source")]
    [InlineData("""{"strategy": "canary", TRY}""", "gpu-inference:models[0].rollout.weight: missing; a canary has a share of the requests: 0 to 100 percent")]
    [InlineData("""{"strategy": "blueGreen", TRY}""", "gpu-inference:models[0].rollout.live: missing; say who gets the requests: stable or candidate")]
    [InlineData("""{TRY}""", "gpu-inference:models[0].rollout.candidate: the strategy rolling has none; these have: canary, blueGreen; remove it or change strategy")]
    [InlineData("""{"weight": 10}""", "gpu-inference:models[0].rollout.weight: the strategy rolling has none; these have: canary; remove it or change strategy")]
    [InlineData("""{"steps": [10]}""", "gpu-inference:models[0].rollout.steps: the strategy rolling has none; these have: canary; remove it or change strategy")]
    [InlineData("""{"live": "stable"}""", "gpu-inference:models[0].rollout.live: the strategy rolling has none; these have: blueGreen; remove it or change strategy")]
    [InlineData("""{"analysis": {}}""", "gpu-inference:models[0].rollout.analysis: the strategy rolling has none; these have: canary, blueGreen; remove it or change strategy")]
    [InlineData("""{"strategy": "canary", "weight": 101, TRY}""", "gpu-inference:models[0].rollout.weight: 101 is not allowed; allowed: 0 to 100")]
    [InlineData("""{"strategy": "canary", "weight": 20, "steps": [10, 50], TRY}""", "gpu-inference:models[0].rollout.weight: 20 is none of the steps; allowed: 0, 10, 50, 100")]
    [InlineData("""{"strategy": "canary", "weight": 50, "steps": [50, 10], TRY}""", "gpu-inference:models[0].rollout.steps[1]: 10 is not more than the step before, which is 50; steps grow")]
    [InlineData("""{"maxUnavailable": 0}""", "gpu-inference:models[0].rollout.maxUnavailable: 0 with a maxSurge of 0 would let no pod be replaced; raise one of them")]
    [InlineData("""{"strategy": "canary", "weight": 10, "candidate": {}}""", "gpu-inference:models[0].rollout.candidate: differs in nothing from the model; say in what, for example source")]
    // KServe's word for it, which Standard mode ignores in silence.
    [InlineData("""{"strategy": "canary", "canaryTrafficPercent": 10, "weight": 10, TRY}""", "gpu-inference:models[0].rollout.canaryTrafficPercent: unknown key; allowed: strategy, maxSurge, maxUnavailable, candidate, weight, steps, live, analysis")]
    [InlineData("""{"strategy": "onDelete"}""", "gpu-inference:models[0].rollout.strategy: the backend plain can't have the strategy onDelete; these can: ray; change backend or rollout.strategy")]
    public void A_rollout_says_what_its_strategy_has(string rollout, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", rollout.Replace("TRY", Try, StringComparison.Ordinal)).Problems());

    [Theory]
    [InlineData("""{"maxSurge": 1}""", "gpu-inference:models[1].rollout.maxSurge: the backend ray can't have a number of pods that an update adds; these can: plain, kserve, leaderWorkerSet; change backend or rollout.maxSurge")]
    [InlineData("""{"maxUnavailable": 2}""", "gpu-inference:models[1].rollout.maxUnavailable: the backend ray can't have a number of pods that an update takes away; these can: plain, kserve, leaderWorkerSet; change backend or rollout.maxUnavailable")]
    public void Ray_replaces_clusters_and_not_pods(string rollout, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks()
            .With("models[1]", $$"""{"name": "chat", "backend": "ray", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}, "rollout": {{rollout}}}""")
            .Problems());

    [Fact]
    public void A_candidate_is_checked_as_the_whole_model_that_it_is() => Assert.Equal(
        """
        gpu-inference:models[0].rollout.candidate.source: 'modells' is not a bucket; did you mean 'models'? there are: models
        gpu-inference:models[0].rollout.candidate.pools[0]: a replica would never fit g4dn.xlarge: memory 20Gi asked for, 15105Mi allocatable; the pool may launch it, so the pod could stay Pending
        """,
        SampleConfig.Eks()
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", """{"strategy": "canary", "weight": 0, "candidate": {"source": "s3://modells/reader-2", "resources": {"memory": "20Gi"}}}""")
            .Problems());

    [Fact]
    public void A_candidate_s_name_is_nobody_else_s() => Assert.Equal(
        "gpu-inference:models[0].rollout.candidate: its objects are called 'reader-candidate', and that is the name of gpu-inference:models[1]; rename one of the two models",
        SampleConfig.Eks()
            .With("pools[0].capacity.max", "9")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", $$"""{"strategy": "canary", "weight": 10, {{Try}}}""")
            .With("models[1]", """{"name": "reader-candidate", "runtime": "tensorflow-serving", "source": "s3://models/other", "pools": ["t4"]}""")
            .Problems());

    [Fact]
    public void A_candidate_s_name_has_room() => Assert.Equal(
        "gpu-inference:models[0].name: 'a-classifier-with-quite-some-long-name' has 38 characters; a model with a candidate may have 33, because the candidate's objects are called NAME-candidate",
        SampleConfig.Eks().With("models[0].name", "\"a-classifier-with-quite-some-long-name\"").With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", $$"""{"strategy": "canary", "weight": 10, {{Try}}}""").Problems());

    [Fact]
    public void Who_compares_needs_somebody_who_measures() => Assert.Equal(
        "gpu-inference:models[0].rollout.analysis: it is an alert of Prometheus, and monitoring.prometheusOperator is missing; add it, or remove analysis and look at the candidate yourself",
        SampleConfig.Eks().With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", $$"""{"strategy": "canary", "weight": 10, "analysis": {}, {{Try}}}""").Problems());

    [Fact]
    public void Who_compares_needs_something_to_compare() => Assert.Equal(
        "gpu-inference:models[0].rollout.analysis: the runtime container tells neither of errors nor of latency in words that we know; these do: tensorflow-serving, triton, vllm, and everything on the backend ray; remove analysis or change runtime",
        SampleConfig.Eks()
            .With("monitoring", """{"prometheusOperator": {"namespace": "monitoring"}}""")
            .With("models[0]", """{"name": "predictor", "runtime": "container", "pools": ["t4"], "expose": {"via": "gateway", "host": "models.example.com"}, "container": {"image": "ghcr.io/acme/predictor:1.4.2", "metricsPath": "/metrics"}, "rollout": {"strategy": "canary", "weight": 10, "analysis": {}, "candidate": {"container": {"image": "ghcr.io/acme/predictor:1.5.0"}}}}""")
            .Problems());

    [Theory]
    [InlineData("""{"max": 2, "queries": [{"name": "q", "query": "sum(rate(requests_total[2m]))", "target": 5}]}""", "queries")]
    [InlineData("""{"min": 0, "max": 2, "concurrency": 4, "activation": {"query": "sum(rate(gateway_requests_total[2m]))"}}""", "activation")]
    public void What_asks_about_the_model_as_a_whole_can_t_count_a_candidate(string autoscaling, string key)
    {
        var config = SampleConfig.Eks()
            .With("pools[0].capacity.max", "9")
            .With("monitoring", """{"prometheusOperator": {"namespace": "monitoring"}, "prometheus": {"url": "http://prometheus.monitoring:9090"}}""")
            .With("models[0]", $$"""{"name": "chat", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}, "autoscaling": {{autoscaling}} }""")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", """{"strategy": "canary", "weight": 10, "candidate": {"source": "s3://models/chat-2"}}""");

        Assert.Equal(
            $"gpu-inference:models[0].rollout.candidate.replicas: missing; autoscaling.{key} asks about the model as a whole, and would count the stable model's requests as the candidate's; say how many replicas the candidate has",
            config.Problems());
        Assert.Equal("", config.With("models[0].rollout.candidate.replicas", "1").Problems());
    }

    [Fact]
    public void A_volume_of_one_node_is_not_for_two_models() => Assert.Equal(
        "gpu-inference:models[0].rollout.candidate.source: stable model and candidate would both mount 'disk', which is readWriteOnce: one node has it, and pods on another would wait for it for ever; use two volumes, or one that nodes share (efs, lustre, nfs, s3, storageClass)",
        SampleConfig.Local()
            .With("storage", """{"volumes": [{"name": "disk", "size": "10Gi", "storageClass": "local-path"}]}""")
            .With("models[0].source", "\"pvc://disk/1\"")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", """{"strategy": "canary", "weight": 10, "candidate": {"source": "pvc://disk/2"}}""")
            .Problems());

    [Theory]
    [InlineData("""{"strategy": "canary", "weight": 10, TRY}""", "gpu-inference:models[0].expose: missing; the strategy canary needs somebody who decides where a request goes, and a Service in the cluster knows pods and no models; set expose, and call the model by its host from inside too, or use the strategy rolling")]
    [InlineData("""{"strategy": "blueGreen", "live": "stable", TRY}""", "gpu-inference:models[0].expose: missing; the strategy blueGreen needs somebody who decides where a request goes, and a Service in the cluster knows pods and no models; set expose, and call the model by its host from inside too, or use the strategy rolling")]
    // Nothing is shared yet, or any more.
    [InlineData("""{"strategy": "canary", "weight": 0, TRY}""", "")]
    [InlineData("""{"strategy": "canary", "weight": 100, TRY}""", "")]
    public void Somebody_has_to_decide_where_a_request_goes(string rollout, string problem) =>
        Assert.Equal(problem, SampleConfig.Eks().With("models[0].rollout", rollout.Replace("TRY", Try, StringComparison.Ordinal)).Problems());

    [Theory]
    [InlineData("""{"strategy": "canary", "weight": 10, TRY}""", "gpu-inference:models[0].expose.via: ingress can't have requests that a rollout shares between two versions; these can: gateway, alb, alb on EKS Auto Mode; change via")]
    // All requests to one of the two are what any Ingress can do.
    [InlineData("""{"strategy": "blueGreen", "live": "candidate", TRY}""", "")]
    public void An_Ingress_has_no_weights(string rollout, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks()
            .With("traffic", """{"ingress": {"className": "house", "namespace": "ingress"}}""")
            .With("models[0].expose", """{"via": "ingress", "host": "models.example.com"}""")
            .With("models[0].rollout", rollout.Replace("TRY", Try, StringComparison.Ordinal))
            .Problems());

    [Fact]
    public void Who_gets_calls_of_gRPC_has_a_port_for_them() => Assert.Equal(
        "gpu-inference:models[0].rollout.candidate.container: has no grpcPort, and the candidate would get requests of expose.grpcHost; give it the port that the model's container has, or remove grpcHost",
        SampleConfig.Eks()
            .With("models[0]", """{"name": "predictor", "runtime": "container", "pools": ["t4"], "expose": {"via": "gateway", "host": "models.example.com", "grpcHost": "grpc.example.com"}, "container": {"image": "ghcr.io/acme/predictor:1.4.2", "grpcPort": 9000}, "rollout": {"strategy": "canary", "weight": 10, "candidate": {"container": {"image": "ghcr.io/acme/predictor:1.5.0"}}}}""")
            .Problems());
}
