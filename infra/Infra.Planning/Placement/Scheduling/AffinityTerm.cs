using System.Collections.Immutable;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>Other pods that a pod wants beside it, or away from it.</summary>
/// <param name="Selector">Labels of the pods; null selects none.</param>
/// <param name="Namespaces">Their namespaces by name.</param>
/// <param name="NamespaceSelector">Their namespaces by label, beside the names; null for none, one without requirements for all.</param>
/// <param name="TopologyKey">Nodes with the same value of this label are one place.</param>
internal sealed record AffinityTerm(LabelSelector? Selector, ImmutableArray<string> Namespaces, LabelSelector? NamespaceSelector, string TopologyKey)
{
    public bool Matches(PodSpec pod) =>
        Selector is not null
        && (Namespaces.Contains(pod.Namespace) || (NamespaceSelector?.Matches(pod.NamespaceLabels) ?? false))
        && Selector.Matches(pod.Labels);

    public override string ToString() => $"{(Selector is null || Selector.Requirements.IsEmpty ? "pods" : string.Join(" and ", Selector.Requirements))} by {TopologyKey}";
}
