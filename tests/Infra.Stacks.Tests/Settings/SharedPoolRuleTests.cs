namespace Infra.Stacks.Tests.Settings;

/// <summary>What holds the GPUs of a pool at the same time fits into it, and work that waits finds room one day. The pool t4 can have 2 GPUs; the model reader has one of them.</summary>
public sealed class SharedPoolRuleTests
{
    private const string Grows = "(max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true)";
    private const string Cpu = """{"name": "cpu", "existingNodes": {"labels": {"disk": "ssd"}}}""";

    [Theory]
    [InlineData("""{"name": "gpu"}""", "")]
    [InlineData("""{"name": "gpu", "replicas": 2}""", "the model reader and the Ray cluster r may ask for 3 GPUs together, but the pool can have 2")]
    [InlineData("""{"name": "gpu"}, {"name": "more"}""", "the model reader and the Ray cluster r may ask for 3 GPUs together, but the pool can have 2")]
    public void A_cluster_of_Ray_holds_GPUs_beside_models(string workers, string problem) => Assert.Equal(
        problem.Length == 0 ? "" : $"gpu-inference:pools[0].capacity: {problem}; raise its capacity {Grows} or ask for fewer replicas and workers",
        SampleConfig.Eks().With("rayClusters", Clusters(workers)).Problems());

    private const string Canary = """{"strategy": "canary", "weight": 10, "maxSurge": 1, "candidate": {"source": "s3://models/reader-2"}}""";

    // One each of model, candidate and replaced pod, and two workers.
    [Fact]
    public void Candidates_and_replaced_pods_hold_GPUs_beside_a_cluster_of_Ray() => Assert.Equal(
        $"gpu-inference:pools[0].capacity: the model reader with its candidate and the Ray cluster r may ask for 5 GPUs together, 1 of them while reader is rolled out, but the pool can have 4; "
        + $"raise its capacity {Grows} or ask for fewer replicas and workers",
        SampleConfig.Eks()
            .With("pools[0].capacity.max", "4")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""")
            .With("models[0].rollout", Canary)
            .With("rayClusters", Clusters("""{"name": "gpu", "replicas": 2}"""))
            .Problems());

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "a pod asks for 1 GPU, but of the 3 that 't4' can have, the models reader-candidate, reader always hold 3, and it would wait for ever")]
    public void A_candidate_makes_no_room_for_work(int replicas, string problem) => Assert.Equal(
        Waits("trainings[0].pod.pools", problem),
        SampleConfig.Eks()
            .With("pools[0].capacity.max", "3")
            .With("models[0].replicas", $"{replicas}")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""")
            .With("models[0].rollout", Canary.Replace("\"maxSurge\": 1, ", "", StringComparison.Ordinal))
            .With("trainings", Training("t4"))
            .Problems());

    // Two by day, one at night.
    [Fact]
    public void A_model_that_rests_at_night_makes_room() => Assert.Equal(
        "",
        SampleConfig.Eks()
            .With("models[0].autoscaling", """{"min": 2, "max": 2, "cpuPercent": 70, "officeHours": {"timeZone": "Europe/Berlin", "windows": [{"from": "07:00", "to": "19:00"}], "outside": 1}}""")
            .With("trainings", Training("t4"))
            .Problems());

    [Fact]
    public void A_head_with_a_GPU_holds_it_too() => Assert.Equal(
        $"gpu-inference:pools[0].capacity: the model reader and the Ray cluster r may ask for 3 GPUs together, but the pool can have 2; raise its capacity {Grows} or ask for fewer replicas and workers",
        SampleConfig.Eks().With("rayClusters", Clusters("""{"name": "gpu"}""", """ "head": {"pools": ["t4"], "gpus": 1}, """)).Problems());

    [Fact]
    public void The_most_workers_of_an_autoscaler_count() => Assert.Equal(
        $"gpu-inference:pools[0].capacity: the Ray cluster r may ask for 3 GPUs, but the pool can have 2; raise its capacity {Grows} or ask for fewer replicas and workers",
        SampleConfig.Eks().With("models", "[]").With("rayClusters", Clusters("""{"name": "gpu", "max": 2}, {"name": "more", "max": 1}""", """ "autoscaling": {}, """)).Problems());

    [Fact]
    public void A_group_takes_the_GPUs_of_a_worker_from_one_node() => Assert.Equal(
        $"gpu-inference:rayClusters[0].workers[0].replicas: 3 workers of 3 GPUs each, but its pool can hold 2; raise the capacity {Grows} or ask for fewer",
        SampleConfig.Eks()
            .With("models", "[]")
            .With("pools[0].instanceTypes", """["g4dn.12xlarge"]""")
            .With("rayClusters", Clusters("""{"name": "gpu", "gpus": 3, "replicas": 3}"""))
            .Problems());

    [Theory]
    [InlineData("1", "")]
    [InlineData("2", "a pod asks for 1 GPU, but of the 2 that 't4' can have, the model reader always holds 2, and it would wait for ever")]
    public void A_batch_waits_for_room_and_finds_some(string replicas, string problem) => Assert.Equal(
        Waits("jobs[0].pod.pools", problem),
        SampleConfig.Eks().With("models[0].replicas", replicas).With("jobs", """[{"name": "x", "pod": {"image": "a/b:1", "pools": ["t4"]}, "shards": 20, "parallelism": 20}]""").Problems());

    [Fact]
    public void Models_that_shrink_make_room() => Assert.Equal(
        "",
        SampleConfig.Eks().With("models[0].autoscaling", """{"min": 1, "max": 2, "cpuPercent": 70}""").With("trainings", Training("t4")).Problems());

    [Theory]
    [InlineData("standard", "")]
    [InlineData("spot", "a pod asks for 1 GPU, but of the 2 that 't4' can have, the model reader always holds 2, and it would wait for ever")]
    public void Who_pushes_others_out_doesn_t_wait(string priority, string problem) => Assert.Equal(
        Waits("trainings[0].pod.pools", problem),
        SampleConfig.Eks().With("models[0].replicas", "2").With("models[0].priority", "\"spot\"").With("trainings", Training("t4", $$""" "priority": "{{priority}}", """)).Problems());

    [Fact]
    public void What_may_run_elsewhere_too_doesn_t_wait() => Assert.Equal(
        "",
        SampleConfig.Eks()
            .With("models[0].replicas", "2")
            .With("pools[1]", """{"name": "t4-spot", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 1}}""")
            .With("trainings", Training("t4\", \"t4-spot"))
            .Problems());

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(2, 0, "the training asks for 2 GPUs, but of the 2 that 't4' can have, the model reader always holds 1, and it would wait for ever")]
    [InlineData(1, 2, "")]
    public void A_training_on_Ray_begins_with_all_its_workers(int workers, int loaders, string problem) => Assert.Equal(
        Waits("trainings[0].pod.pools", problem),
        SampleConfig.Eks().With("pools[1]", Cpu).With(
            "trainings",
            $$"""
            [{"name": "x", "pod": {"image": "a/b:1", "pools": ["t4"]}, "ray": {"entrypoint": "x", "workers": [
              {"name": "trainers", "replicas": {{workers}} }, {"name": "loaders", "pools": ["cpu"], "replicas": {{loaders}} }]} }]
            """).Problems());

    private static string Waits(string path, string problem) => problem.Length == 0 ? "" : $"gpu-inference:{path}: {problem}; raise the capacity {Grows} or name another pool";

    private static string Training(string pools, string keys = "") => $$"""[{"name": "x", "pod": { {{keys}} "image": "a/b:1", "pools": ["{{pools}}"]} }]""";

    private static string Clusters(string workers, string keys = "") => $$"""[{"name": "r", {{keys}} "pod": {"image": "a/b:1", "pools": ["t4"]}, "workers": [{{workers}}]}]""";
}
