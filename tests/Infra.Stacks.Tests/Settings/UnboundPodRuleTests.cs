namespace Infra.Stacks.Tests.Settings;

/// <summary>Pods that name no pool find nodes of their CPU architecture.</summary>
public sealed class UnboundPodRuleTests
{
    private const string Chat = """{"name": "chat", "backend": "ray", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}""";
    private const string Cluster = """[{"name": "r", "pod": {"image": "a/b:1", "architectures": [ARCHITECTURES], "pools": ["t4"]}, "workers": [{"name": "gpu"}]}]""";
    private const string Advice = "but the image is for amd64, and no node would take it; name pools of such nodes here, or give systemPool other instanceTypes";

    [Fact]
    public void The_head_of_a_model_on_Ray_needs_nodes_of_its_image() => Assert.Equal(
        $"gpu-inference:backends.ray.head.pools: empty, so that the head of chat runs on the nodes of systemPool, which are arm64 (m7g.xlarge), {Advice}",
        OnArm().With("models", $"[{Chat}]").Problems());

    [Fact]
    public void Several_heads_are_told_once() => Assert.Equal(
        $"gpu-inference:backends.ray.head.pools: empty, so that heads of chat, code run on the nodes of systemPool, which are arm64 (m7g.xlarge), {Advice}",
        OnArm().With("pools[0].capacity.max", "4").With("models", $"[{Chat}, {Chat.Replace("chat", "code", StringComparison.Ordinal)}]").Problems());

    [Fact]
    public void A_head_that_names_a_pool_is_no_pod_of_the_system_pool() => Assert.Equal(
        "", OnArm().With("models", $"[{Chat}]").With("backends", """{"ray": {"head": {"pools": ["t4"], "resources": {"cpu": "1", "memory": "2Gi"}}}}""").Problems());

    [Theory]
    [InlineData("\"amd64\"", "gpu-inference:rayClusters[0].head.pools: empty, so that the head runs on the nodes of systemPool, which are arm64 (m7g.xlarge), " + Advice)]
    [InlineData("\"amd64\", \"arm64\"", "")]
    public void The_head_of_a_cluster_has_the_architectures_of_its_image(string architectures, string problem) =>
        Assert.Equal(problem, OnArm().With("models", "[]").With("rayClusters", Cluster.Replace("ARCHITECTURES", architectures, StringComparison.Ordinal)).Problems());

    [Fact]
    public void Heads_of_models_fit_the_pools_that_they_name() => Assert.Equal(
        "gpu-inference:backends.ray.head.pools[0]: a pod would never fit g4dn.xlarge: memory 64Gi asked for, 15105Mi allocatable; the pool may launch it, so the pod could stay Pending",
        SampleConfig.Eks().With("pools[0].instanceTypes", """["g4dn.xlarge"]""").With("models", $"[{Chat}]").With("backends", """{"ray": {"head": {"pools": ["t4"], "resources": {"memory": "64Gi"}}}}""").Problems());

    private static SampleConfig OnArm() => SampleConfig.NewEks()
        .With("pools[0].amiReleaseVersion", "\"1.35.0-20261101\"")
        .With("systemPool", """{"instanceTypes": ["m7g.xlarge"], "amiType": "AL2023_ARM_64_STANDARD", "min": 3}""");
}
