using Infra.Core.Catalog;

namespace Infra.Core.Network;

/// <summary>The addresses that one node takes out of its subnets when it is full; warm ones that the VPC CNI holds ahead are in it.</summary>
/// <param name="OfNode">Addresses of the private subnet.</param>
/// <param name="OfPods">Addresses of the pods' own subnet; 0 if pods have none.</param>
public sealed record NodeAddresses(int OfNode, int OfPods)
{
    // WARM_PREFIX_TARGET = 1, as the VPC CNI is shipped (aws/amazon-vpc-cni-k8s at b52188387, config/master/aws-k8s-cni.yaml).
    private const int WarmPrefixes = 1;

    /// <summary>What a node takes.</summary>
    /// <param name="limits">Interfaces and addresses of its type.</param>
    /// <param name="maxPods">The kubelet's <c>maxPods</c>; only prefixes depend on it.</param>
    /// <param name="addressing">How pods get addresses; a node that can't have prefixes takes single addresses.</param>
    /// <param name="ownPodSubnet">True with custom networking: the first interface is the node's, the others lie in the pods' subnet.</param>
    /// <param name="furtherInterfaces">Interfaces beyond the CNI's that have an address: EFA ones, unless they are EFA-only.</param>
    public static NodeAddresses Of(PodLimits limits, int maxPods, PodAddressing addressing, bool ownPodSubnet, int furtherInterfaces = 0)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var interfaces = ownPodSubnet ? limits.Interfaces - 1 : limits.Interfaces;
        var all = addressing == PodAddressing.Prefixes && limits.IsNitro
            ? interfaces + (Prefixes(limits, interfaces, maxPods) * PodLimits.PrefixAddresses)
            // An interface is attached with all its addresses (WARM_ENI_TARGET = 1), whether pods use them or not.
            : interfaces * limits.AddressesPerInterface;
        return ownPodSubnet
            ? new NodeAddresses(1 + furtherInterfaces, all)
            : new NodeAddresses(all + furtherInterfaces, 0);
    }

    private static int Prefixes(PodLimits limits, int interfaces, int maxPods)
    {
        var full = (maxPods + PodLimits.PrefixAddresses - 1) / PodLimits.PrefixAddresses;
        return Math.Min(full + WarmPrefixes, interfaces * (limits.AddressesPerInterface - 1));
    }
}
