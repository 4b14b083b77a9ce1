using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>What a provisioner of nodes sees.</summary>
/// <param name="Pending">Pods without a node, in the order in which they are to get one.</param>
/// <param name="Nodes">Nodes that run or are launched, without those that are leaving.</param>
public sealed record ClusterObservation(ImmutableArray<PendingPod> Pending, ImmutableArray<NodeReading> Nodes);
