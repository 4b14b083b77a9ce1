using Infra.Components.Network;

namespace Infra.Examples;

/// <summary>A VPC for an EKS cluster in two zones: private subnets for nodes, one NAT gateway for both, and the registry reached without it.</summary>
public static class NewNetwork
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster) => _ = Create(cluster);

    /// <summary>The network.</summary>
    public static ClusterNetwork Create(ExistingCluster cluster) => new("network", new ClusterNetworkArgs
    {
        ClusterName = "new",
        Region = cluster.Region,
        AccountId = cluster.AccountId,
        Cidr = "10.20.0.0/16",
        Zones =
        [
            new NetworkZoneArgs { Name = cluster.Zones[0].Name, PrivateCidr = "10.20.0.0/18", PublicCidr = "10.20.128.0/22", NatGateway = true },
            // Its nodes go out through the other zone: half the price, and no way out if that zone fails.
            new NetworkZoneArgs { Name = cluster.Zones[1].Name, PrivateCidr = "10.20.64.0/18" },
        ],
        // Images are the larger part of what nodes fetch, and NAT is paid by the GB.
        InterfaceEndpoints = ["ecr.api", "ecr.dkr"],
    }, cluster.With());
}
