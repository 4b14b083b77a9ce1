using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>What a provisioner of nodes remembers.</summary>
/// <param name="EmptySince">Since when nodes are empty, by their numbers.</param>
/// <param name="LastAddMicros">When a node was asked for last; null for never.</param>
public sealed record NodeProvisionerState(ImmutableSortedDictionary<int, long> EmptySince, long? LastAddMicros)
{
    /// <summary>That of one that was just started.</summary>
    public static NodeProvisionerState Empty { get; } = new(ImmutableSortedDictionary<int, long>.Empty, null);
}
