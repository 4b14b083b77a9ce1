using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Diagnosis;

/// <summary>Something that a kind of pods demands, and the same pods without it.</summary>
/// <param name="Words">The demand as the report shows it.</param>
/// <param name="Without">Pods that don't have it.</param>
/// <param name="Resource">The resource that is demanded; null for other demands.</param>
internal sealed record Demand(PodDemand Words, Func<PodKind, PodKind> Without, string? Resource = null);
