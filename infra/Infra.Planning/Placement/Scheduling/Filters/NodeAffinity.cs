namespace Infra.Planning.Placement.Scheduling.Filters;

/// <summary>All labels of the node selector, and one term of the affinity, if there is one.</summary>
internal sealed class NodeAffinity : INodeFilter
{
    public string Name => nameof(NodeAffinity);

    public bool IsLasting => true;

    public string? Refuse(PodKind pod, ClusterNode node, Cluster cluster) => Matches(pod.Spec, node) ? null : "node(s) didn't match Pod's node affinity/selector";

    /// <summary>Whether the pod wants the node.</summary>
    public static bool Matches(PodSpec pod, ClusterNode node) =>
        pod.NodeSelector.All(label => node.Label(label.Key) == label.Value)
        && (pod.NodeTerms is not { } terms || terms.Any(term => term.Matches(node)));
}
