using Pulumi;

namespace Infra.Components.Network;

/// <summary>An availability zone of a <see cref="ClusterNetwork"/>.</summary>
public sealed class NetworkZoneArgs : ResourceArgs
{
    /// <summary>Name of the zone, e.g. <c>us-west-2a</c>.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>IPv4 addresses of the private subnet in CIDR notation: nodes and pods. Changing them replaces the subnet.</summary>
    [Input("privateCidr", required: true)]
    public required string PrivateCidr { get; init; }

    /// <summary>
    /// IPv4 addresses of the public subnet in CIDR notation: NAT gateway and load balancers that face the internet. Default: none; the zone has
    /// no public subnet then and uses another zone's NAT gateway.
    /// </summary>
    [Input("publicCidr")]
    public string? PublicCidr { get; init; }

    /// <summary>IPv4 addresses of the pods' own subnet in CIDR notation; goes with the network's <c>podCidr</c>. Default: none; pods live in the private subnet.</summary>
    [Input("podCidr")]
    public string? PodCidr { get; init; }

    /// <summary>Whether the zone has a NAT gateway. Default: false; it then uses that of the first zone that has one.</summary>
    [Input("natGateway")]
    public bool NatGateway { get; init; }
}
