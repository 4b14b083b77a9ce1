using Infra.Core.Configuration;
using Infra.Core.Network;

namespace Infra.Core.Tests.Network;

public sealed class RemoteNetworkRulesTests
{
    [Theory]
    [InlineData("192.168.64.0/20", "192.168.128.0/18", "")]
    [InlineData("100.100.0.0/16", "", "")]
    [InlineData("192.0.2.0/24", "", "r.nodeCidrs[0]: 192.0.2.0/24 is no private network that EKS takes; allowed: a part of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10")]
    [InlineData("10.0.128.0/20", "", "r.nodeCidrs[0]: 10.0.128.0/20 overlaps the VPC's 10.0.0.0/16, so that traffic would not find its way; use addresses that nobody else has")]
    [InlineData("192.168.0.0/16", "192.168.128.0/18", "r.podCidrs[0]: 192.168.128.0/18 overlaps r.nodeCidrs[0], which is 192.168.0.0/16, so that traffic would not find its way; use addresses that nobody else has")]
    [InlineData("192.168.0.0/20", "172.20.4.0/22", "r.podCidrs[0]: 172.20.4.0/22 overlaps the Services' 172.20.0.0/16, so that traffic would not find its way; use addresses that nobody else has")]
    public void Networks_outside_AWS_are_private_and_nobody_elses(string nodes, string pods, string problem)
    {
        var problems = new ConfigProblems();

        RemoteNetworkRules.Check(("r.nodeCidrs", Networks(nodes)), ("r.podCidrs", Networks(pods)), [(Network("10.0.0.0/16"), "the VPC's"), (Network("172.20.0.0/16"), "the Services'")], problems);

        Assert.Equal(problem, string.Join('\n', problems.All));
    }

    private static List<Ipv4Network> Networks(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    private static Ipv4Network Network(string text) => Ipv4Network.TryParse(text, out var network) ? network : throw new ArgumentException(text);
}
