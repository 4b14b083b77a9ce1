using System.Collections.Immutable;

namespace Infra.Planning.Policies.Subjects;

/// <summary>A label that a pod's node has to have.</summary>
/// <param name="At">Where the pod says so.</param>
/// <param name="Key">The label.</param>
/// <param name="Values">Values that it may have; none for any.</param>
public sealed record NodeDemand(Field At, string Key, ImmutableArray<string> Values);
