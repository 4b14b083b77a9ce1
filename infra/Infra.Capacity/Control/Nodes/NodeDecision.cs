using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>Nodes that come and go.</summary>
/// <param name="Launches">Pools that get a node, one entry for each node.</param>
/// <param name="Removals">Nodes that go at once, by their numbers.</param>
/// <param name="Unschedulable">Pods for which no pool has room left to grow, by their numbers.</param>
public sealed record NodeDecision(ImmutableArray<int> Launches, ImmutableArray<int> Removals, ImmutableArray<int> Unschedulable);
