using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Catalog;
using Infra.Core.Network;

namespace Infra.Core.Tests.Network;

public sealed class NetworkDemandTests
{
    // g4dn.xlarge has 3 interfaces of 10 addresses; p4d.24xlarge 15 of 50. 110 pods take 7 prefixes, and one is warm.
    [Theory]
    [InlineData("g4dn.xlarge", 29, PodAddressing.Addresses, false, 0, 30, 0)]
    [InlineData("g4dn.xlarge", 29, PodAddressing.Addresses, true, 0, 1, 20)]
    [InlineData("g4dn.xlarge", 110, PodAddressing.Prefixes, false, 0, 3 + (8 * 16), 0)]
    [InlineData("g4dn.xlarge", 110, PodAddressing.Prefixes, true, 0, 1, 2 + (8 * 16))]
    [InlineData("p4d.24xlarge", 250, PodAddressing.Addresses, false, 3, 753, 0)]
    [InlineData("p4d.24xlarge", 250, PodAddressing.Prefixes, false, 3, 15 + (17 * 16) + 3, 0)]
    [InlineData("p4d.24xlarge", 250, PodAddressing.Prefixes, true, 3, 4, 14 + (17 * 16))]
    // A medium has 2 x 3 slots for prefixes: 98 pods would take 7 and one warm.
    [InlineData("m6g.medium", 98, PodAddressing.Prefixes, false, 0, 2 + (6 * 16), 0)]
    // Without Nitro there are no prefixes.
    [InlineData("p3.2xlarge", 58, PodAddressing.Prefixes, false, 0, 60, 0)]
    public void A_full_node_takes(string type, int maxPods, PodAddressing addressing, bool ownPodSubnet, int further, int ofNode, int ofPods) =>
        Assert.Equal(new NodeAddresses(ofNode, ofPods), NodeAddresses.Of(Limits(type), maxPods, addressing, ownPodSubnet, further));

    // Two pods live on the host's network, and the node itself has an address.
    [Fact]
    public void A_full_node_takes_an_address_for_every_pod_on_every_type() => Assert.All(InstanceCatalog.Default.All, type =>
    {
        foreach (var addressing in Enum.GetValues<PodAddressing>())
        {
            var (pods, podsApart) = (MaxPods(type, addressing, ownPodSubnet: false), MaxPods(type, addressing, ownPodSubnet: true));
            var (together, apart) = (NodeAddresses.Of(type.PodLimits, pods, addressing, ownPodSubnet: false), NodeAddresses.Of(type.PodLimits, podsApart, addressing, ownPodSubnet: true));
            Assert.True(together.OfNode >= pods - 2 + 1, $"{type.Name} {addressing}: {together.OfNode} for {pods} pods");
            Assert.True(apart.OfNode >= 1 && apart.OfPods >= podsApart - 2, $"{type.Name} {addressing}: {apart.OfPods} for {podsApart} pods");
        }
    });

    [Fact]
    public void A_zone_holds_all_nodes_of_its_pools_and_what_else_needs_addresses()
    {
        var demand = new NetworkDemand
        {
            Zones = ["us-east-1a", "us-east-1b"],
            Pools =
            [
                new PoolDemand(6, new NodeAddresses(30, 0), ["us-east-1a", "us-east-1b"]),
                new PoolDemand(2, new NodeAddresses(4, 286), ["us-east-1b"]),
            ],
            InterfaceEndpoints = 9,
            InternalLoadBalancers = 1,
            PublicLoadBalancers = 2,
            NatZones = ["us-east-1a"],
            Spare = 50,
        };

        Assert.Equal(
            [
                new ZoneDemand { Zone = "us-east-1a", PrivateAddresses = (6 * 30) + 16 + 9 + 8 + 50, PublicLoadBalancers = 2, NatGateways = 1 },
                new ZoneDemand { Zone = "us-east-1b", PrivateAddresses = (6 * 30) + (2 * 4) + 16 + 9 + 8 + 50, PodAddresses = 2 * 286, PublicLoadBalancers = 2, NatGateways = 0 },
            ],
            demand.PerZone());
    }

    // The whole way from pools to subnets, for any types, zones, ranges and ways of addressing.
    [Fact]
    public void What_is_granted_holds_nodes_times_pods_in_every_zone_even_if_all_nodes_land_there() => Properties.Hold(
        Platforms.ToArbitrary(),
        platform =>
        {
            var layout = SubnetAllocator.Allocate(platform.Vpc, platform.Pods, platform.Demand.PerZone());
            return !layout.Problems.IsEmpty || platform.Demand.Zones.All(zone => layout.Subnets
                .Where(subnet => subnet.Zone == zone && subnet.Role == (platform.Pods is null ? SubnetRole.Private : SubnetRole.Pods))
                .Sum(subnet => subnet.Usable) >= platform.PodsIn(zone));
        });

    [Fact]
    public void What_is_refused_names_the_smallest_VPC_that_would_hold_nodes_times_pods() => Properties.Hold(
        Platforms.Where(platform => platform.Pods is null).ToArbitrary(),
        platform =>
        {
            var problems = SubnetAllocator.Allocate(platform.Vpc, null, platform.Demand.PerZone()).Problems;
            if (problems.IsEmpty)
            {
                return true;
            }

            var advised = problems.Select(problem => problem[(problem.LastIndexOf('/') + 1)..]).Distinct().Single();
            var smallest = int.TryParse(advised, out var number) ? number : 15;
            return Enumerable.Range(16, platform.Vpc.Prefix - 16).All(prefix =>
                SubnetAllocator.Allocate(platform.Vpc with { Prefix = prefix }, null, platform.Demand.PerZone()).Problems.IsEmpty == prefix <= smallest);
        });

    [Fact]
    public void Generated_platforms_are_both_granted_and_refused() => Assert.InRange(
        Gen.Sample(Platforms, 300, 300).Count(platform => SubnetAllocator.Allocate(platform.Vpc, platform.Pods, platform.Demand.PerZone()).Problems.IsEmpty),
        30,
        270);

    [Theory]
    [InlineData(3, 1, 6)]
    [InlineData(1, 5, 5)]
    public void An_update_launches_further_nodes(int zones, int maxUnavailable, int nodes) =>
        Assert.Equal(nodes, PoolDemand.NodesOfUpdate(zones, maxUnavailable));

    private static Gen<Platform> Platforms =>
        from prefix in Gen.Choose(16, 22)
        from hasPods in Gen.Elements(true, false)
        from addressing in Gen.Elements(Enum.GetValues<PodAddressing>())
        from letters in Gen.Choose(1, 6).SelectMany(count => Gen.Shuffle("abcdef".ToCharArray()).Select(all => all.Take(count)))
        let zones = letters.Select(letter => $"us-east-1{letter}").ToImmutableArray()
        from pools in Gen.Choose(1, 4).SelectMany(count => Pool(zones, addressing, hasPods).ArrayOf(count))
        select new Platform(
            new Ipv4Network(0x0A00_0000u, prefix),
            hasPods ? new Ipv4Network(0x6440_0000u, 16) : null,
            [.. pools],
            new NetworkDemand { Zones = zones, Pools = [.. pools.Select(pool => pool.Demand)], PublicLoadBalancers = 1, NatZones = zones });

    private static Gen<GeneratedPool> Pool(ImmutableArray<string> zones, PodAddressing addressing, bool ownPodSubnet) =>
        from type in Gen.Elements(InstanceCatalog.Default.All.ToArray())
        from nodes in Gen.Choose(0, 20)
        from count in Gen.Choose(1, zones.Length)
        let pods = MaxPods(type, addressing, ownPodSubnet)
        select new GeneratedPool(new PoolDemand(nodes, NodeAddresses.Of(type.PodLimits, pods, addressing, ownPodSubnet), [.. zones.Take(count)]), pods);

    private sealed record GeneratedPool(PoolDemand Demand, int PodsPerNode);

    private sealed record Platform(Ipv4Network Vpc, Ipv4Network? Pods, ImmutableArray<GeneratedPool> Pools, NetworkDemand Demand)
    {
        // Two pods of each node live on the host's network.
        public long PodsIn(string zone) => Pools.Where(pool => pool.Demand.Zones.Contains(zone)).Sum(pool => (long)pool.Demand.Nodes * (pool.PodsPerNode - 2));
    }

    private static int MaxPods(InstanceType type, PodAddressing addressing, bool ownPodSubnet) =>
        type.PodLimits.OfManagedNode(addressing == PodAddressing.Prefixes, ownPodSubnet);

    private static PodLimits Limits(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type.PodLimits : throw new ArgumentException(name);
}
