using System.Collections.Immutable;

namespace Infra.Planning.Placement;

/// <summary>A node with the pods that landed on it.</summary>
/// <param name="Name">Pool and number: it has no name yet.</param>
/// <param name="Pool">Its pool.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Allocatable">What it offers to pods, by resource: <c>cpu</c> in thousandths of a core, <c>memory</c> and <c>ephemeral-storage</c> in bytes, <c>pods</c> and devices by number. Of the smallest instance type of the pool.</param>
/// <param name="Requested">What the pods on it request, in the same way.</param>
/// <param name="Pods">The pods, as many of each workload, in the order in which they came.</param>
/// <param name="IsAdded">Whether an autoscaler added it, beyond the pool's least size.</param>
public sealed record PlacedNode(
    string Name,
    string Pool,
    string Zone,
    ImmutableSortedDictionary<string, long> Allocatable,
    ImmutableSortedDictionary<string, long> Requested,
    ImmutableArray<PodsOnNode> Pods,
    bool IsAdded);
