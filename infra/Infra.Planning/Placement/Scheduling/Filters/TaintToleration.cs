using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>Every taint that keeps pods off has to be tolerated.</summary>
internal sealed class TaintToleration : INodeFilter
{
    public string Name => nameof(TaintToleration);

    public bool IsLasting => true;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster) => Untolerated(pod.Spec, node.Kind) is null ? null : "node(s) had untolerated taint(s)";

    /// <summary>The first taint in the pod's way; null for none.</summary>
    public static Taint? Untolerated(PodSpec pod, NodeKind node) =>
        node.Taints.FirstOrDefault(taint => taint.Effect != TaintEffect.PreferNoSchedule && !pod.Tolerations.Any(toleration => toleration.Tolerates(taint)));
}
