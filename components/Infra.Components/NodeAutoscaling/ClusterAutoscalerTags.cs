using System.Collections.Immutable;

namespace Infra.Components.NodeAutoscaling;

/// <summary>
/// Tags of the Auto Scaling groups that Cluster Autoscaler may change. EKS sets both on the groups of managed node groups
/// (EKS user guide, "Managed node groups concepts").
/// </summary>
internal static class ClusterAutoscalerTags
{
    /// <summary>Says that a group may be scaled; its value is <c>true</c>.</summary>
    public const string Enabled = "k8s.io/cluster-autoscaler/enabled";

    /// <summary>Says which cluster the group belongs to; its value is <c>owned</c>.</summary>
    public static string Owned(string clusterName) => $"k8s.io/cluster-autoscaler/{clusterName}";

    /// <summary>What a group must have to be discovered.</summary>
    public static ImmutableArray<string> Discovery(string clusterName) => [Enabled, Owned(clusterName)];
}
