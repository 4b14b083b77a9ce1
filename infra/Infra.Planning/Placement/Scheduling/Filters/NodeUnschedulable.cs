using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>A cordoned node takes only pods that tolerate it.</summary>
internal sealed class NodeUnschedulable : INodeFilter
{
    private static readonly Taint _cordoned = new("node.kubernetes.io/unschedulable", "", TaintEffect.NoSchedule);

    public string Name => nameof(NodeUnschedulable);

    public bool IsLasting => true;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster) =>
        node.Kind.IsUnschedulable && !pod.Spec.Tolerations.Any(toleration => toleration.Tolerates(_cordoned)) ? "node(s) were unschedulable" : null;
}
