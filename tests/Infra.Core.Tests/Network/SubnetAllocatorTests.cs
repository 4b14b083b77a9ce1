using Infra.Core.Network;

namespace Infra.Core.Tests.Network;

public sealed class SubnetAllocatorTests
{
    [Fact]
    public void Three_zones_get_an_eighth_of_the_VPC_each_and_an_eighth_of_the_last_eighth() => Assert.Equal(
        [
            "us-east-1a Private 10.0.0.0/19 holds 8187 for 300",
            "us-east-1a Public 10.0.224.0/22 holds 1019 for 9",
            "us-east-1b Private 10.0.128.0/19 holds 8187 for 300",
            "us-east-1b Public 10.0.240.0/22 holds 1019 for 9",
            "us-east-1c Private 10.0.64.0/19 holds 8187 for 300",
            "us-east-1c Public 10.0.232.0/22 holds 1019 for 9",
        ],
        Lines(Allocate("10.0.0.0/16", null, "abc", privates: 300)));

    [Theory]
    [InlineData("a", 8_188, "10.0.0.0/18")]
    [InlineData("a", 32_763, "10.0.0.0/17")]
    [InlineData("b", 16_379, "10.0.128.0/18")]
    [InlineData("abc", 16_379, "10.0.0.0/18 10.0.128.0/18 10.0.64.0/18")]
    [InlineData("abcd", 8_187, "10.0.0.0/19 10.0.128.0/19 10.0.64.0/19 10.0.192.0/19")]
    public void A_subnet_doubles_into_homes_that_nobody_has(string letters, int addresses, string networks) => Assert.Equal(
        networks,
        string.Join(' ', Allocate("10.0.0.0/16", null, letters, privates: addresses).Subnets.Where(subnet => subnet.Role == SubnetRole.Private).Select(subnet => subnet.Network)));

    [Fact]
    public void Pods_in_a_range_of_their_own_have_all_of_it()
    {
        var layout = SubnetAllocator.Allocate(
            Network("10.0.0.0/22"),
            Network("100.64.0.0/16"),
            [new ZoneDemand { Zone = "eu-west-1a", PrivateAddresses = 100, PodAddresses = 30_000 }, new ZoneDemand { Zone = "eu-west-1b", PrivateAddresses = 100, PodAddresses = 30_000 }]);

        Assert.Equal(
            [
                "eu-west-1a Private 10.0.0.0/25 holds 123 for 100",
                "eu-west-1a Pods 100.64.0.0/17 holds 32763 for 30000",
                "eu-west-1b Private 10.0.2.0/25 holds 123 for 100",
                "eu-west-1b Pods 100.64.128.0/17 holds 32763 for 30000",
            ],
            Lines(layout));
    }

    [Fact]
    public void A_load_balancer_gets_a_27_at_least() => Assert.Equal(
        ["10.0.3.128/27", "10.0.3.192/27"],
        Allocate("10.0.0.0/22", null, "ab", privates: 1).Subnets.Where(subnet => subnet.Role == SubnetRole.Public).Select(subnet => subnet.Network.ToString()));

    [Fact]
    public void A_private_platform_has_no_public_subnets() => Assert.Equal(
        ["us-east-1a Private 10.0.0.0/19 holds 8187 for 1"],
        Lines(SubnetAllocator.Allocate(Network("10.0.0.0/16"), null, [new ZoneDemand { Zone = "us-east-1a", PrivateAddresses = 1 }])));

    [Fact]
    public void What_does_not_fit_is_refused_with_the_smallest_VPC_that_would_do() => Assert.Equal(
        [
            "us-east-1a: the private subnet needs 1000 addresses, but can have at most 251 of 10.0.0.0/22 beside the other subnets; the smallest that holds all zones is a VPC of /20",
            "us-east-1b: the private subnet needs 1000 addresses, but can have at most 251 of 10.0.0.0/22 beside the other subnets; the smallest that holds all zones is a VPC of /20",
            "us-east-1c: the private subnet needs 1000 addresses, but can have at most 251 of 10.0.0.0/22 beside the other subnets; the smallest that holds all zones is a VPC of /20",
        ],
        Allocate("10.0.0.0/22", null, "abc", privates: 1000).Problems.ToArray());

    [Fact]
    public void Six_zones_with_load_balancers_need_more_than_a_22() => Assert.Equal(
        "us-east-1a: the public subnet needs 9 addresses in a /27 at least, because of its load balancers, but can have at most 11 of 10.0.0.0/22 beside the other subnets; the smallest that holds all zones is a VPC of /21",
        Allocate("10.0.0.0/22", null, "abcdef", privates: 1).Problems[0]);

    [Fact]
    public void What_no_VPC_holds_says_what_else_can_be_done()
    {
        Assert.Equal(
            ["us-east-1a: the private subnet needs 40000 addresses, but can have at most 32763 of 10.0.0.0/16 beside the other subnets; not even a VPC of /16 holds all zones: give pods a range of their own, or launch fewer nodes"],
            Allocate("10.0.0.0/16", null, "a", privates: 40_000).Problems.ToArray());
        Assert.Equal(
            ["us-east-1a: the pods' subnet needs 70000 addresses, but can have at most 1019 of 100.64.0.0/22 beside the other subnets; not even a range of /16 holds all zones: launch fewer nodes"],
            SubnetAllocator.Allocate(Network("10.0.0.0/16"), Network("100.64.0.0/22"), [new ZoneDemand { Zone = "us-east-1a", PrivateAddresses = 1, PodAddresses = 70_000 }]).Problems.ToArray());
    }

    [Theory]
    [InlineData("10.0.0.0/15", null, "a", "10.0.0.0/15 can't be divided into subnets; allowed: a VPC of /16 to /22")]
    [InlineData("10.0.0.0/23", null, "a", "10.0.0.0/23 can't be divided into subnets; allowed: a VPC of /16 to /22")]
    [InlineData("10.0.0.0/16", "100.64.0.0/10", "a", "100.64.0.0/10 can't be divided into subnets for pods; allowed: a range of /16 to /22")]
    [InlineData("10.0.0.0/16", "10.0.128.0/17", "a", "the pods' range 10.0.128.0/17 overlaps the VPC's 10.0.0.0/16; take one out of 100.64.0.0/10")]
    [InlineData("10.0.0.0/16", null, "", "there are 0 zones; allowed: 1 to 6")]
    [InlineData("10.0.0.0/16", null, "g", "'us-east-1g' is no availability zone; allowed: a region and a letter from a to f, such as us-east-1a")]
    [InlineData("10.0.0.0/16", null, "aa", "'us-east-1a' and 'us-east-1a' have the same letter; name the zones of one region, each once")]
    public void What_makes_no_sense_is_refused(string vpc, string? pods, string letters, string problem)
    {
        var layout = Allocate(vpc, pods, letters, privates: 1);

        Assert.Equal([problem], layout.Problems.ToArray());
        Assert.Empty(layout.Subnets);
    }

    [Fact]
    public void Zones_of_two_regions_and_pods_without_a_range_are_refused() => Assert.Equal(
        [
            "'us-east-1a' and 'us-west-2a' have the same letter; name the zones of one region, each once",
            "us-east-1a: 5 addresses for pods, but there is no range for pods; give one or count them as private",
        ],
        SubnetAllocator.Allocate(
            Network("10.0.0.0/16"),
            null,
            [new ZoneDemand { Zone = "us-west-2a", PrivateAddresses = 1 }, new ZoneDemand { Zone = "us-east-1a", PrivateAddresses = 1, PodAddresses = 5 }]).Problems.ToArray());

    private static SubnetLayout Allocate(string vpc, string? pods, string letters, long privates) => SubnetAllocator.Allocate(
        Network(vpc),
        pods is null ? null : Network(pods),
        letters.Select(letter => new ZoneDemand { Zone = $"us-east-1{letter}", PrivateAddresses = privates, PublicLoadBalancers = 1, NatGateways = 1 }));

    private static IEnumerable<string> Lines(SubnetLayout layout)
    {
        Assert.Empty(layout.Problems.ToArray());
        return layout.Subnets.Select(subnet => $"{subnet.Zone} {subnet.Role} {subnet.Network} holds {subnet.Usable} for {subnet.Demand}");
    }

    private static Ipv4Network Network(string text) => Ipv4Network.TryParse(text, out var network) ? network : throw new ArgumentException(text);
}
