namespace Infra.Core.Network;

/// <summary>A subnet that the allocation gave to a zone.</summary>
/// <param name="Zone">The zone, for example <c>us-east-1a</c>.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Network">Its addresses.</param>
/// <param name="Demand">Addresses that were asked for.</param>
public sealed record ZoneSubnet(string Zone, SubnetRole Role, Ipv4Network Network, long Demand)
{
    /// <summary>Addresses that can be used; the demand may grow to this number and the subnet stays what it is.</summary>
    public long Usable => Network.Size - SubnetFacts.Reserved;
}
