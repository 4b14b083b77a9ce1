namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>A port of a node belongs to one pod.</summary>
internal sealed class NodePorts : INodeFilter
{
    public string Name => nameof(NodePorts);

    public bool IsLasting => false;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster) =>
        pod.Spec.HostPorts.Any(port => node.Ports.Any(port.ConflictsWith)) ? "node(s) didn't have free ports for the requested pod ports" : null;
}
