using System.Collections.Immutable;

namespace Infra.Planning.Placement;

/// <summary>Pods of one workload that found no node, and why.</summary>
/// <param name="Workload">What makes them.</param>
/// <param name="Count">How many.</param>
/// <param name="Demands">The fewest demands without which a node takes one; empty where the pods would fit if there were one more node, or less on it.</param>
/// <param name="Message">What is in the way, in a sentence.</param>
/// <param name="Remedy">What would resolve it.</param>
/// <param name="SchedulerMessage">What the scheduler would say of the nodes that are there, e.g. <c>0/3 nodes are available: 3 Insufficient nvidia.com/gpu.</c></param>
/// <param name="MayWait">Whether that is what the pods are for: room holders, work that waits for room, and pods that an update adds.</param>
public sealed record UnplacedPods(
    PodWorkload Workload,
    int Count,
    ImmutableArray<PodDemand> Demands,
    string Message,
    string Remedy,
    string SchedulerMessage,
    bool MayWait);
