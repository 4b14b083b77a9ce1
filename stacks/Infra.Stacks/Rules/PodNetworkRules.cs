using Infra.Core.Clusters;
using Infra.Core.Configuration;
using Infra.Core.Network;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of the pods' addresses: what the VPC can take on, and who would have to know.</summary>
internal static class PodNetworkRules
{
    /// <summary>Adds a problem for each broken rule.</summary>
    /// <returns>Whether the pods' addresses can be divided.</returns>
    public static bool Check(string path, NetworkConfig network, PlatformSettings settings, ConfigProblems problems)
    {
        var pods = ConfigPath.Key(path, "podCidr");
        var before = problems.Count;
        if (settings.Cluster.Eks is { } eks && eks.AddOns.Foreign.Contains(EksAddOns.VpcCni.Name))
        {
            const string Reason = "is a setting of the VPC CNI, which somebody else looks after (cluster.eks.addOns.foreign); remove one of the two";
            Refuse(network.PodCidr is not null, pods, Reason, problems);
            Refuse(!network.PrefixDelegation, ConfigPath.Key(path, "prefixDelegation"), Reason, problems);
        }

        // Both choose subnets and count pods by themselves.
        Refuse(
            network.PodCidr is not null && settings.NodeAutoscaling.Kind is NodeAutoscalerKind.Karpenter or NodeAutoscalerKind.AutoMode,
            pods,
            "nodes that Karpenter or EKS Auto Mode launch would not know of it; remove it and choose a larger network.cidr, or use node groups with Cluster Autoscaler",
            problems);
        if (network is { PodCidr: { } range, Existing: null } && PodRanges.Problem(range, network.Cidr) is { } problem)
        {
            problems.Add(pods, problem);
        }

        return problems.Count == before;
    }

    private static void Refuse(bool isAskedFor, string path, string reason, ConfigProblems problems)
    {
        if (isAskedFor)
        {
            problems.Add(path, reason);
        }
    }
}
