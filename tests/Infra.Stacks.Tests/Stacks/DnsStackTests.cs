using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>The cache of names asks where the cluster's own DNS is.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class DnsStackTests
{
    [Fact]
    public async Task A_new_cluster_says_it_once_it_exists() =>
        Assert.Equal("169.254.20.10,10.100.0.10", await Addresses(SampleConfig.NewEks().With("dns", """{"nodeLocalCache": true}""")));

    [Fact]
    public async Task Services_of_the_configuration_say_it_before_the_cluster_exists() =>
        Assert.Equal("169.254.20.10,192.168.0.10", await Addresses(SampleConfig.NewEks().With("cluster.eks.serviceCidr", "\"192.168.0.0/16\"").With("dns", """{"nodeLocalCache": true}""")));

    [Fact]
    public async Task An_address_of_the_configuration_comes_before_any_other() =>
        Assert.Equal("169.254.20.10,10.96.0.10", await Addresses(SampleConfig.Local().With("dns", """{"nodeLocalCache": true, "serviceAddress": "10.96.0.10"}""")));

    [Fact]
    public async Task Nobody_gets_it_who_did_not_ask() =>
        Assert.DoesNotContain((await MockedStack.OfAsync("x", SampleConfig.NewEks().ForEngine())).Resources, resource => resource.Type == "gpu-inference:index:NodeLocalDnsCache");

    private static async Task<string?> Addresses(SampleConfig config)
    {
        var stack = await MockedStack.OfAsync("x", config.ForEngine());
        var args = Tree.Of(stack.Single("kubernetes:apps/v1:DaemonSet", "dns-cache-daemon-set").Inputs)["spec"]!["template"]!["spec"]!["containers"]![0]!["args"]!;
        return (string?)args[1];
    }
}
