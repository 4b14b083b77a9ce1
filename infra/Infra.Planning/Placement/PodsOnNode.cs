namespace Infra.Planning.Placement;

/// <summary>Pods of one workload on one node.</summary>
/// <param name="Workload">What makes them.</param>
/// <param name="Count">How many.</param>
public sealed record PodsOnNode(PodWorkload Workload, int Count);
