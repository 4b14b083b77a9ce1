using System.Collections.Immutable;

namespace Infra.Planning.Placement;

/// <summary>What the nodes of a pool say to a pod: an empty one, with its daemon sets.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Zones">Zones in which they all say the same; none where the pool has none.</param>
/// <param name="Filter">The scheduler's filter that refuses; null where the pod is taken.</param>
/// <param name="Reason">Its reason in the scheduler's words; null where the pod is taken.</param>
public sealed record PodVerdict(string Pool, ImmutableArray<string> Zones, string? Filter, string? Reason);
