namespace Infra.Planning.Placement.Scheduling;

/// <summary>How evenly pods are spread over places (kubernetes.io, "Pod Topology Spread Constraints").</summary>
/// <param name="MaxSkew">Most pods that a place may have more than the one with the fewest.</param>
/// <param name="TopologyKey">Nodes with the same value of this label are one place.</param>
/// <param name="Selector">The pods that are counted, in the pod's own namespace.</param>
/// <param name="MinDomains">With fewer places than this, the fewest counts as none.</param>
/// <param name="HonorsAffinity">Whether nodes that the pod doesn't select are no places.</param>
/// <param name="HonorsTaints">Whether nodes whose taints the pod doesn't tolerate are no places.</param>
internal sealed record SpreadConstraint(int MaxSkew, string TopologyKey, LabelSelector Selector, int MinDomains = 1, bool HonorsAffinity = true, bool HonorsTaints = false);
