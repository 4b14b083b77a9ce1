using System.Collections.Immutable;

namespace Infra.Core.Network;

/// <summary>Everything that takes addresses in a VPC; the same in every zone, but for the pools.</summary>
public sealed record NetworkDemand
{
    /// <summary>Availability zones, in any order.</summary>
    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>Pools of nodes.</summary>
    public required ImmutableArray<PoolDemand> Pools { get; init; }

    /// <summary>Interface endpoints; each takes an address in every zone.</summary>
    public int InterfaceEndpoints { get; init; }

    /// <summary>Load balancers in the private subnets.</summary>
    public int InternalLoadBalancers { get; init; }

    /// <summary>Load balancers that face the internet.</summary>
    public int PublicLoadBalancers { get; init; }

    /// <summary>Zones with a NAT gateway.</summary>
    public ImmutableArray<string> NatZones { get; init; } = [];

    /// <summary>Further addresses in every private subnet: file systems, databases, room to grow.</summary>
    public int Spare { get; init; }

    /// <summary>The demand of each zone.</summary>
    public IEnumerable<ZoneDemand> PerZone() => Zones.Select(zone =>
    {
        var pools = Pools.Where(pool => pool.Zones.Contains(zone)).ToList();
        return new ZoneDemand
        {
            Zone = zone,
            PrivateAddresses = pools.Sum(pool => (long)pool.Nodes * pool.PerNode.OfNode)
                + SubnetFacts.ControlPlane + InterfaceEndpoints + (InternalLoadBalancers * (long)SubnetFacts.LoadBalancer) + Spare,
            PodAddresses = pools.Sum(pool => (long)pool.Nodes * pool.PerNode.OfPods),
            PublicLoadBalancers = PublicLoadBalancers,
            NatGateways = NatZones.Contains(zone) ? 1 : 0,
        };
    });
}
