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

    [Fact]
    public void A_full_node_takes_an_address_for_every_pod_on_every_type() => Assert.All(InstanceCatalog.Default.All, type =>
    {
        foreach (var addressing in Enum.GetValues<PodAddressing>())
        {
            var pods = type.PodLimits.OfManagedNode(addressing == PodAddressing.Prefixes);
            var taken = NodeAddresses.Of(type.PodLimits, pods, addressing, ownPodSubnet: false);
            // Two pods live on the host's network, and the node itself has an address.
            Assert.True(taken.OfNode >= pods - 2 + 1, $"{type.Name} {addressing}: {taken.OfNode} for {pods} pods");
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

    [Theory]
    [InlineData(3, 1, 6)]
    [InlineData(1, 5, 5)]
    public void An_update_launches_further_nodes(int zones, int maxUnavailable, int nodes) =>
        Assert.Equal(nodes, PoolDemand.NodesOfUpdate(zones, maxUnavailable));

    private static PodLimits Limits(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type.PodLimits : throw new ArgumentException(name);
}
