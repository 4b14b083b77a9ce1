using Infra.Core.Configuration;

namespace Infra.Core.Network;

/// <summary>How the VPC CNI gives addresses to pods.</summary>
public enum PodAddressing
{
    /// <summary>One address each, out of those of the node's interfaces.</summary>
    [WireName("addresses")]
    Addresses,

    /// <summary>Out of /28 prefixes, 16 addresses each: more pods on a small node, and fewer calls of the EC2 API. Needs Nitro.</summary>
    [WireName("prefixes")]
    Prefixes,
}
