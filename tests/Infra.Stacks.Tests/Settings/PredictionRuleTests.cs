namespace Infra.Stacks.Tests.Settings;

/// <summary>Caches of predictions need something that keeps them, and the other way round.</summary>
public sealed class PredictionRuleTests
{
    private const string Cache = """{"ttl": "10m"}""";

    [Theory]
    [InlineData("""{"elastiCache": {}}""")]
    [InlineData("""{"cluster": {"memory": "2Gi"}}""")]
    [InlineData("""{"existing": {"host": "redis.example.com", "passwordSecret": "redis"}}""")]
    public void A_cache_has_one_store(string store) =>
        Assert.Equal("", SampleConfig.Eks().With("models[0].predictionCache", Cache).With("predictionStore", store).Problems());

    [Theory]
    [InlineData(null, "models[0].predictionCache: there is nothing that keeps predictions; say what does: predictionStore: {elastiCache: {}} on EKS, {cluster: {}} or {existing: …}")]
    [InlineData("""{}""", "predictionStore: has none of elastiCache, cluster and existing; exactly one of them says where predictions are kept")]
    [InlineData("""{"elastiCache": {}, "cluster": {}}""", "predictionStore: has elastiCache and cluster; exactly one of them says where predictions are kept")]
    public void Without_one_it_is_refused(string? store, string problem) =>
        Assert.Equal($"gpu-inference:{problem}", SampleConfig.Eks().With("models[0].predictionCache", Cache).With("predictionStore", store).Problems());

    [Fact]
    public void A_store_that_nobody_uses_is_refused() => Assert.Equal(
        "gpu-inference:predictionStore: no model has a predictionCache, so that it would only cost; remove it",
        SampleConfig.Eks().With("predictionStore", """{"elastiCache": {}}""").Problems());

    [Fact]
    public void ElastiCache_is_for_EKS_in_two_zones()
    {
        Assert.Equal(
            "gpu-inference:predictionStore.elastiCache: ElastiCache needs the network of an EKS cluster (cluster.eks or cluster.existing); keep predictions in the cluster (cluster: {}) or name a store (existing: …)",
            SampleConfig.Local().With("models[0].predictionCache", Cache).With("predictionStore", """{"elastiCache": {}}""").Problems());
        Assert.Equal(
            "gpu-inference:predictionStore.elastiCache: ElastiCache asks for subnets in 2 zones, but the cluster has 1; add a zone, or keep predictions in the cluster (cluster: {})",
            SampleConfig.Eks().With("cluster.existing.zones", """[{"name": "us-west-2a", "subnetId": "subnet-0a1"}]""")
                .With("models[0].predictionCache", Cache).With("predictionStore", """{"elastiCache": {}}""").Problems());
    }

    [Theory]
    [InlineData("""{"jwt": {"issuer": "x", "jwksUri": "https://login.example.com/keys"}}""")]
    [InlineData("""{"basicSecret": "users"}""")]
    public void Callers_who_say_who_they_are_have_answers_of_their_own_or_none(string authentication)
    {
        var sample = SampleConfig.NewEks().With("predictionStore", """{"cluster": {}}""")
            .With("models[0].expose", $$"""{"via": "gateway", "host": "models.example.com", "tls": {"secret": "a"}, "authentication": {{authentication}}}""");

        Assert.Equal(
            "gpu-inference:models[0].predictionCache.headers: every request from outside brings the header authorization (expose.authentication), and such requests go to the model; "
            + "name authorization here, which keeps the answers of each caller for itself, or remove predictionCache",
            sample.With("models[0].predictionCache", Cache).Problems());
        Assert.Equal("", sample.With("models[0].predictionCache", """{"ttl": "10m", "headers": ["authorization"]}""").Problems());
    }

    [Fact]
    public void API_keys_are_in_a_header_that_no_answer_depends_on() => Assert.Equal(
        "",
        SampleConfig.NewEks().With("predictionStore", """{"cluster": {}}""").With("models[0].predictionCache", Cache)
            .With("models[0].expose", """{"via": "gateway", "host": "models.example.com", "tls": {"secret": "a"}, "authentication": {"apiKeys": {"secret": "keys"}}}""").Problems());

    [Fact]
    public void A_models_name_may_be_a_caches_already() => Assert.Equal(
        "gpu-inference:models[0].predictionCache: 'reader-cache' is already the name of objects of gpu-inference:models[1]; names are unique in the namespace of the models",
        SampleConfig.Eks()
            .With("models[1]", """{"name": "reader-cache", "runtime": "tensorflow-serving", "source": "s3://models/reader", "pools": ["t4"]}""")
            .With("pools[0].capacity.max", "4")
            .With("models[0].predictionCache", Cache).With("predictionStore", """{"cluster": {}}""").Problems());
}
