using Infra.Core.Catalog;
using Infra.Core.Clusters;
using Infra.Stacks.Configuration;

namespace Infra.Stacks;

/// <summary>How many pods a node of a managed node group may run: EKS sets it, by the way in which the VPC CNI gives addresses to pods.</summary>
internal static class ManagedNodePods
{
    /// <summary>The limit of a node group's nodes.</summary>
    /// <param name="types">Its instance types; all nodes have the smallest limit of these.</param>
    /// <param name="eks">The cluster.</param>
    /// <param name="network">Its network.</param>
    public static int Of(IEnumerable<InstanceType> types, EksConfig eks, NetworkConfig? network)
    {
        var prefixes = !eks.AddOns.Foreign.Contains(EksAddOns.VpcCni.Name) && network is not { PrefixDelegation: false };
        return types.Min(type => type.PodLimits.OfManagedNode(prefixes, customNetworking: network?.PodCidr is not null));
    }
}
