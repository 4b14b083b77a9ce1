namespace Infra.Stacks.Tests.Settings;

/// <summary>Models in a service mesh that the cluster has.</summary>
public sealed class MeshRuleTests
{
    [Fact]
    public void A_model_joins_a_mesh_that_is_there() => Assert.Equal("", Sample().Problems());

    [Theory]
    [InlineData("mesh", null, "models[0].mesh: no mesh is named; say that the cluster has Istio: mesh: {istio: {}}")]
    [InlineData("models[0].mesh", null, "mesh.istio: no model is in the mesh; add mesh: {} to those that shall be, or remove it")]
    [InlineData("mesh.istio.namespace", "\"Istio\"", "mesh.istio.namespace: 'Istio' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    [InlineData("models[0].mesh.mirrorPercent", "10", "models[0].mesh.mirrorPercent: there is no candidate that could get calls too; the strategies blueGreen and canary of rollout run one, a canary at a weight from 1 to 99")]
    public void A_mistake_is_named(string path, string? json, string problem) => Assert.Equal($"gpu-inference:{problem}", Sample().With(path, json).Problems());

    [Fact]
    public void A_candidate_that_gets_all_calls_gets_none_twice()
    {
        string Problems(string live) => SampleConfig.NewEks().With("mesh", """{"istio": {}}""").With("models[0].mesh", """{"mirrorPercent": 10}""")
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""")
            .With("models[0].rollout", $$"""{"strategy": "blueGreen", "candidate": {"source": "s3://models/reader-2"}, "live": "{{live}}"}""").Problems();

        Assert.Equal("", Problems("stable"));
        Assert.Equal(
            "gpu-inference:models[0].mesh.mirrorPercent: the candidate gets all calls already, and would get these twice; remove it, or set rollout.live: stable", Problems("candidate"));
    }

    [Fact]
    public void Ray_has_ports_that_no_proxy_knows() => Assert.Equal(
        "gpu-inference:models[0].mesh: the backend ray can't have a proxy of a service mesh beside its pods; these can: plain, kserve; change backend or mesh",
        Sample().With("models[0]", """
            {"name": "chat", "backend": "ray", "runtime": "vllm", "source": "s3://models/chat", "pools": ["t4"], "mesh": {}, "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16"}}
            """).Problems());

    [Fact]
    public void The_proxy_takes_room_on_the_node() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: a replica would never fit g4dn.xlarge: cpu 3950m asked for with Istio's proxy, 3920m allocatable; the pool may launch it, so the pod could stay Pending",
        Sample().With("models[0].resources", """{"cpu": "3850m"}""").Problems());

    private static SampleConfig Sample() => SampleConfig.Eks().With("mesh", """{"istio": {}}""").With("models[0].mesh", "{}");
}
