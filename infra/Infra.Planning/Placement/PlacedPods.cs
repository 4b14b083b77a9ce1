using System.Collections.Immutable;

namespace Infra.Planning.Placement;

/// <summary>Pods of one workload that found nodes.</summary>
/// <param name="Workload">What makes them.</param>
/// <param name="Nodes">The names of their nodes, one for each pod, in the order in which they were placed.</param>
public sealed record PlacedPods(PodWorkload Workload, ImmutableArray<string> Nodes)
{
    /// <summary>How many.</summary>
    public int Count => Nodes.Length;
}
