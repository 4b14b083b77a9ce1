namespace Infra.Core.Network;

/// <summary>The addresses that an availability zone has to hold, without those that AWS keeps in every subnet.</summary>
public sealed record ZoneDemand
{
    /// <summary>The zone, for example <c>us-east-1a</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>Addresses of the private subnet.</summary>
    public required long PrivateAddresses { get; init; }

    /// <summary>Addresses of the pods' own subnet; without a range for pods they must be 0 and are part of the private ones.</summary>
    public long PodAddresses { get; init; }

    /// <summary>Load balancers that face the internet.</summary>
    public int PublicLoadBalancers { get; init; }

    /// <summary>NAT gateways, 0 or 1. A zone with neither has no public subnet.</summary>
    public int NatGateways { get; init; }

    internal char Letter => Zone[^1];

    internal long PublicAddresses => (PublicLoadBalancers * (long)SubnetFacts.LoadBalancer) + NatGateways;
}
