using System.Collections.Immutable;
using Infra.Core.Catalog;
using Infra.Core.Network;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Clusters;

/// <summary>The addresses of a new VPC: what the pools, endpoints and load balancers of an environment may come to need, and the subnets that hold it.</summary>
internal static class NetworkPlan
{
    // What a node group's updateConfig says unless the pool does.
    private const int UnavailableInUpdate = 1;

    /// <summary>The subnets, or why there are none.</summary>
    public static SubnetLayout Of(PlatformSettings settings, NetworkConfig network) =>
        SubnetAllocator.Allocate(network.Cidr, network.PodCidr, Demand(settings, network).PerZone());

    /// <summary>Zones with a NAT gateway.</summary>
    public static ImmutableArray<string> NatZones(NetworkConfig network)
    {
        var zones = network.Zones.Order(StringComparer.Ordinal);
        return network.NatGateways == NatGateways.PerZone ? [.. zones] : [.. zones.Take(1)];
    }

    /// <summary>Services with an interface endpoint.</summary>
    public static ImmutableArray<string> Endpoints(PlatformSettings settings, NetworkConfig network) =>
        network.InterfaceEndpoints ?? (settings.Cluster.Eks is { PublicAccessCidrs.IsEmpty: true }
            ? settings.Security.ExternalSecrets is { } secrets ? VpcEndpointServices.Defaults.Add(secrets.Endpoint) : VpcEndpointServices.Defaults
            : []);

    private static NetworkDemand Demand(PlatformSettings settings, NetworkConfig network)
    {
        var system = settings.SystemPool ?? new SystemPoolConfig();
        return new NetworkDemand
        {
            Zones = network.Zones,
            Pools =
            [
                Pool(network, system.Types(), system.Max, UnavailableInUpdate, network.Zones),
                .. settings.Pools
                    .Where(pool => pool is { ExistingNodes: null, Capacity: not null })
                    .Select(pool => Pool(network, pool, pool.Zones.IsEmpty ? network.Zones : pool.Zones)),
            ],
            InterfaceEndpoints = Endpoints(settings, network).Length,
            InternalLoadBalancers = network.InternalLoadBalancers,
            PublicLoadBalancers = network.PublicLoadBalancers,
            NatZones = NatZones(network),
        };
    }

    private static PoolDemand Pool(NetworkConfig network, PoolConfig pool, ImmutableArray<string> zones)
    {
        // All nodes may come to lie in one zone; with a node group per zone, each zone may have as many.
        var nodes = pool.Capacity!.Max;
        var unavailable = pool.Update is { MaxUnavailablePercentage: { } percentage }
            ? ((nodes * percentage) + 99) / 100
            : pool.Update.MaxUnavailable ?? UnavailableInUpdate;
        return Pool(network, pool.InstanceTypes, nodes, unavailable, zones);
    }

    private static PoolDemand Pool(NetworkConfig network, ImmutableArray<string> types, int nodes, int unavailable, ImmutableArray<string> zones)
    {
        var addressing = network.PrefixDelegation ? PodAddressing.Prefixes : PodAddressing.Addresses;
        var ownSubnet = network.PodCidr is not null;
        var perNode = types
            .Select(name => InstanceCatalog.Default.TryGet(name, out var type) ? type.PodLimits : null)
            .OfType<PodLimits>()
            .Select(limits => NodeAddresses.Of(limits, limits.OfManagedNode(network.PrefixDelegation, ownSubnet), addressing, ownSubnet))
            .ToList();
        // The type that takes most of the one need not take most of the other.
        var most = new NodeAddresses(perNode.Select(node => node.OfNode).DefaultIfEmpty().Max(), perNode.Select(node => node.OfPods).DefaultIfEmpty().Max());
        return new PoolDemand(nodes + PoolDemand.NodesOfUpdate(zones.Length, unavailable), most, zones);
    }
}
