using System.Collections.Immutable;
using Infra.Stacks.Tests.Settings;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>A model with a cache is called at the cache, and another version of the model starts with an empty one.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class PredictionStackTests
{
    [Fact]
    public async Task The_models_address_is_its_caches()
    {
        var stack = await Cached("""{"cluster": {}}""");
        var endpoints = Assert.IsType<ImmutableSortedDictionary<string, Output<string>>>(stack.Outputs["endpoints"]);

        Assert.Equal("http://reader-cache.inference:8080/v1/models/reader", await OutputUtilities.GetValueAsync(endpoints["reader"]));
        var file = (string?)Tree.Of(stack.Single("kubernetes:core/v1:ConfigMap", "reader-cache-configuration").Inputs)["data"]!["nginx.conf"];
        Assert.Contains("set $model reader.inference.svc.cluster.local:8501;\n", file, StringComparison.Ordinal);
        Assert.Contains("host = \"prediction-store.inference.svc.cluster.local\",\n", file, StringComparison.Ordinal);
        Assert.Contains("ttl = 600,\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_there_already_is_not_made()
    {
        var stack = await Cached("""{"existing": {"host": "redis.example.com", "port": 6380, "passwordSecret": "redis"}}""");

        Assert.DoesNotContain(stack.Resources, resource => resource.Type == "gpu-inference:index:PredictionStore");
        var file = (string?)Tree.Of(stack.Single("kubernetes:core/v1:ConfigMap", "reader-cache-configuration").Inputs)["data"]!["nginx.conf"];
        Assert.Contains("host = \"redis.example.com\",\n", file, StringComparison.Ordinal);
        Assert.Contains("port = 6380,\n", file, StringComparison.Ordinal);
        Assert.Contains("tls = true,\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models[0].source", "\"s3://models/reader-2\"")]
    [InlineData("models[0].environment", """{"MODE": "b"}""")]
    [InlineData("models[0].predictionCache.version", "\"2\"")]
    public async Task Another_version_has_other_keys(string path, string json)
    {
        Assert.NotEqual(await Prefix(SampleConfig.Eks()), await Prefix(SampleConfig.Eks(), path, json));
        Assert.Equal(await Prefix(SampleConfig.Eks()), await Prefix(SampleConfig.Eks(), "models[0].resources", """{"cpu": "1"}"""));
    }

    // 30 seconds until the load balancer has noticed, 15 for the longest request, 10 to end.
    [Fact]
    public async Task The_way_in_leads_to_the_cache_which_lets_the_load_balancer_in()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks()
            .With("models[0].predictionCache", """{"ttl": "10m"}""").With("predictionStore", """{"cluster": {}}""")
            .With("models[0].expose", """{"via": "alb", "host": "m.example.com"}""").ForEngine());
        var service = Tree.Of(stack.Single("kubernetes:networking.k8s.io/v1:Ingress").Inputs)["spec"]!["rules"]![0]!["http"]!["paths"]![0]!["backend"]!["service"]!;
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "reader-cache-deployment").Inputs)["spec"]!["template"]!["spec"]!;

        Assert.Equal(("reader-cache", 8080), ((string?)service["name"], (int)service["port"]!["number"]!));
        Assert.Equal(["10.0.0.0/19", "10.0.128.0/19"], Networks("reader-cache-network-policy"));
        Assert.Empty(Networks("reader-network-policy"));
        Assert.Equal((30, 55), ((int)pod["containers"]![0]!["lifecycle"]!["preStop"]!["sleep"]!["seconds"]!, (int)pod["terminationGracePeriodSeconds"]!));

        IEnumerable<string> Networks(string policy) => Tree.Of(stack.Single("kubernetes:networking.k8s.io/v1:NetworkPolicy", policy).Inputs)["spec"]!["ingress"]![0]!["from"]!.AsArray()
            .Select(peer => (string?)peer!["ipBlock"]?["cidr"]).OfType<string>();
    }

    [Fact]
    public async Task A_gateway_s_namespace_gets_in()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks()
            .With("models[0].predictionCache", """{"ttl": "10m"}""").With("predictionStore", """{"cluster": {}}""")
            .With("models[0].expose", """{"via": "gateway", "host": "m.example.com"}""").ForEngine());
        var from = Tree.Of(stack.Single("kubernetes:networking.k8s.io/v1:NetworkPolicy", "reader-cache-network-policy").Inputs)["spec"]!["ingress"]![0]!["from"]!.AsArray();

        Assert.Equal("envoy-gateway-system", (string?)from[1]!["namespaceSelector"]!["matchLabels"]!["kubernetes.io/metadata.name"]);
    }

    private static async Task<string> Prefix(SampleConfig config, string? path = null, string? json = null)
    {
        config = config.With("models[0].predictionCache", """{"ttl": "10m"}""").With("predictionStore", """{"cluster": {}}""");
        var stack = await MockedStack.OfAsync("x", (path is null ? config : config.With(path, json)).ForEngine());
        var file = (string)Tree.Of(stack.Single("kubernetes:core/v1:ConfigMap", "reader-cache-configuration").Inputs)["data"]!["nginx.conf"]!;
        return Assert.Single(file.Split('\n'), line => line.Contains("prefix = ", StringComparison.Ordinal));
    }

    private static Task<MockedStack> Cached(string store) =>
        MockedStack.OfAsync("x", SampleConfig.Eks().With("models[0].predictionCache", """{"ttl": "10m"}""").With("predictionStore", store).ForEngine());
}
