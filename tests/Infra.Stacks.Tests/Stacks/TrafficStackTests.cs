using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>What brings requests to models is installed once, where a model asks for it, and no second one of what the cluster has.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class TrafficStackTests
{
    private static readonly string[] s_parts = ["CertManager", "LoadBalancerController", "EnvoyGatewayController", "ModelGateway", "LoadBalancerClass", "ExternalDns"];

    [Theory]
    [InlineData("""{"via": "gateway", "host": "m.example.com"}""", "{}", "LoadBalancerController EnvoyGatewayController ModelGateway")]
    [InlineData("""{"via": "gateway", "host": "m.example.com", "tls": {"issuer": "acme"}}""", "{}", "CertManager LoadBalancerController EnvoyGatewayController ModelGateway")]
    [InlineData("""{"via": "gateway", "host": "m.example.com"}""", """{"gateway": {"service": "nodePort"}}""", "EnvoyGatewayController ModelGateway")]
    [InlineData("""{"via": "alb", "host": "m.example.com"}""", """{"hostedZone": {"id": "Z0123", "domain": "example.com"}}""", "LoadBalancerController LoadBalancerClass ExternalDns")]
    [InlineData("""{"via": "alb", "host": "m.example.com"}""", """{"alb": {"controller": false}}""", "LoadBalancerClass")]
    [InlineData("""{"via": "ingress", "host": "m.example.com"}""", """{"ingress": {"className": "traefik", "namespace": "traefik"}}""", "")]
    public async Task Each_way_in_brings_what_it_needs(string expose, string traffic, string parts) =>
        Assert.Equal(parts.Split(' ', StringSplitOptions.RemoveEmptyEntries), await PartsAsync(SampleConfig.NewEks().With("models[0].expose", expose).With("traffic", traffic)));

    [Fact]
    public async Task Auto_Mode_makes_load_balancers_itself() => Assert.Equal(
        ["LoadBalancerClass"],
        await PartsAsync(SampleConfig.NewEks().With("nodeAutoscaling", """{"kind": "autoMode"}""").With("models[0].expose", """{"via": "alb", "host": "m.example.com"}""")));

    [Fact]
    public async Task The_models_namespace_makes_pods_wait_for_their_load_balancer()
    {
        var stack = await StackAsync(SampleConfig.NewEks().With("models[0].expose", """{"via": "alb", "host": "m.example.com"}"""));

        Assert.Equal("enabled", (string?)Tree.Of(stack.Resources.Single(resource => resource.Name == "inference").Inputs)["metadata"]!["labels"]!["elbv2.k8s.aws/pod-readiness-gate-inject"]);
    }

    // 30 seconds until nobody calls it, 15 for the longest request, 10 to end; without a load balancer 15 in the place of the 30.
    [Theory]
    [InlineData("alb", 30)]
    [InlineData("gateway", 15)]
    public async Task A_pod_that_leaves_waits_until_its_load_balancer_has_noticed(string via, int seconds)
    {
        var stack = await StackAsync(SampleConfig.NewEks().With("models[0].expose", $$"""{"via": "{{via}}", "host": "m.example.com"}"""));
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment").Inputs)["spec"]!["template"]!["spec"]!;

        Assert.Equal(seconds, (int)pod["containers"]![0]!["lifecycle"]!["preStop"]!["sleep"]!["seconds"]!);
    }

    // The load balancer's addresses are those of its subnets.
    [Fact]
    public async Task A_load_balancer_s_own_subnets_get_in()
    {
        var config = SampleConfig.NewEks().With("network.publicLoadBalancers", "1").With("models[0].expose", """{"via": "alb", "scheme": "internetFacing", "host": "m.example.com"}""");
        var from = Tree.Of((await StackAsync(config)).Single("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs)["spec"]!["ingress"]![0]!["from"]!.AsArray();

        Assert.Equal(["10.0.224.0/22", "10.0.240.0/22"], from.Select(peer => (string?)peer!["ipBlock"]?["cidr"]).OfType<string>());
    }

    private static async Task<IEnumerable<string>> PartsAsync(SampleConfig config) => (await StackAsync(config)).Resources
        .Select(resource => resource.Type!.Split(':')[^1])
        .Where(s_parts.Contains)
        .OrderBy(part => Array.IndexOf(s_parts, part));

    private static Task<MockedStack> StackAsync(SampleConfig config) =>
        MockedStack.OfAsync("x", config.ForEngine());
}
