using System.Collections.Immutable;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Reading;

/// <summary>Nodes that grow together: a node group, or a pool of an autoscaler that picks zones itself.</summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Pool">The pool.</param>
/// <param name="Kinds">A kind of nodes for each zone.</param>
/// <param name="Least">Nodes that are always there.</param>
/// <param name="Most">Most nodes; null where nobody limits them.</param>
/// <param name="Rank">The lower grows first where several would do.</param>
internal sealed record PoolGroup(string Name, PlacementPool Pool, ImmutableArray<NodeKind> Kinds, int Least, int? Most, int Rank);
