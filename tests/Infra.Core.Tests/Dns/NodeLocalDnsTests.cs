using Infra.Core.Dns;
using Infra.Core.Network;

namespace Infra.Core.Tests.Dns;

public sealed class NodeLocalDnsTests
{
    [Theory]
    [InlineData("10.100.0.0/16", "10.100.0.10")]
    [InlineData("172.20.0.0/16", "172.20.0.10")]
    [InlineData("192.168.7.0/24", "192.168.7.10")]
    public void Cluster_DNS_is_the_tenth_of_the_Services(string services, string address)
    {
        Assert.True(Ipv4Network.TryParse(services, out var network));
        Assert.Equal(address, NodeLocalDns.ServiceAddress(network));
    }

    [Fact]
    public void It_answers_at_both_addresses_and_asks_the_cluster_over_TCP()
    {
        var blocks = NodeLocalDns.Corefile("10.100.0.10").Split("}\n.:53 {");

        Assert.Equal(2, blocks.Length);
        Assert.All(blocks, block => Assert.Contains("    bind 169.254.20.10 10.100.0.10\n", block, StringComparison.Ordinal));
        Assert.StartsWith("cluster.local:53 in-addr.arpa:53 ip6.arpa:53 {\n", blocks[0], StringComparison.Ordinal);
        Assert.Contains("    forward . __PILLAR__CLUSTER__DNS__ {\n        force_tcp\n    }\n", blocks[0], StringComparison.Ordinal);
        Assert.Contains("    health 169.254.20.10:8080\n", blocks[0], StringComparison.Ordinal);
        Assert.Contains("    forward . __PILLAR__UPSTREAM__SERVERS__\n", blocks[1], StringComparison.Ordinal);
        Assert.DoesNotContain("force_tcp", blocks[1], StringComparison.Ordinal);
        // Two servers can't have one port for their health.
        Assert.DoesNotContain("health", blocks[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_is_told_both_addresses_and_the_Service_to_ask() => Assert.Equal(
        "-localip 169.254.20.10,10.100.0.10 -conf /etc/Corefile -upstreamsvc kube-dns-upstream -pidfile /tmp/node-cache.pid",
        string.Join(' ', NodeLocalDns.Arguments("10.100.0.10")));
}
