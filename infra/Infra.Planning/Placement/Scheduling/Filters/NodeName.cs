namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>A pod that names its node runs there.</summary>
internal sealed class NodeName : INodeFilter
{
    public string Name => nameof(NodeName);

    public bool IsLasting => true;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster) =>
        pod.Spec.NodeName is { } name && name != node.Name ? "node(s) didn't match the requested node name" : null;
}
