using System.Collections.Immutable;

namespace Infra.Planning.Placement;

/// <summary>Nodes and pods of a cluster at one moment.</summary>
/// <param name="Name"><c>minimum</c>, <c>maximum</c> or <c>update</c>.</param>
/// <param name="Nodes">The nodes, by pool in the pools' order and by number.</param>
/// <param name="Pods">Pods that found nodes, in the order in which they were placed. Those of daemon sets are first.</param>
/// <param name="Unplaced">Pods that found none.</param>
/// <param name="Elsewhere">Pods that are left to nodes of which the plan says nothing: those of a cluster that exists already.</param>
/// <param name="Devices">How the accelerators are used, by pool.</param>
public sealed record PlacementState(
    string Name,
    ImmutableArray<PlacedNode> Nodes,
    ImmutableArray<PlacedPods> Pods,
    ImmutableArray<UnplacedPods> Unplaced,
    ImmutableArray<PodsOnNode> Elsewhere,
    ImmutableArray<DeviceUse> Devices)
{
    /// <summary>Whether only such pods are without a node as may wait for one.</summary>
    public bool Fits => Unplaced.All(pods => pods.MayWait);

    /// <summary>All pods, placed or not, those of daemon sets included.</summary>
    public int PodCount => Pods.Sum(pods => pods.Count) + Unplaced.Sum(pods => pods.Count) + Elsewhere.Sum(pods => pods.Count);

    /// <summary>Nodes of a pool.</summary>
    public int NodesOf(string pool) => Nodes.Count(node => node.Pool == pool);
}
