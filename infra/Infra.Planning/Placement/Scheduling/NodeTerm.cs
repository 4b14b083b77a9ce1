using System.Collections.Immutable;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>One choice of a node affinity: all its requirements hold (kubernetes.io, "Assigning Pods to Nodes").</summary>
/// <param name="Labels">Of the node's labels.</param>
/// <param name="Fields">Of the node's fields; only <c>metadata.name</c> is one.</param>
internal sealed record NodeTerm(ImmutableArray<LabelRequirement> Labels, ImmutableArray<LabelRequirement> Fields)
{
    // A term without anything matches no node (k8s.io/component-helpers, scheduling/corev1/nodeaffinity).
    public bool Matches(ClusterNode node) =>
        (!Labels.IsEmpty || !Fields.IsEmpty)
        && Labels.All(one => one.Accepts(node.Label(one.Key)))
        && Fields.All(one => one.Key == "metadata.name" && one.Accepts(node.Name));

    public override string ToString() => string.Join(" and ", Labels.Concat(Fields));
}
