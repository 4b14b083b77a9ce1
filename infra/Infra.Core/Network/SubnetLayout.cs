using System.Collections.Immutable;

namespace Infra.Core.Network;

/// <summary>All subnets of a VPC, or why there are none.</summary>
/// <param name="Subnets">The subnets by zone, then role; empty if there are problems.</param>
/// <param name="Problems">What is wrong, a clause each; empty if every zone holds its demand.</param>
public sealed record SubnetLayout(ImmutableArray<ZoneSubnet> Subnets, ImmutableArray<string> Problems);
