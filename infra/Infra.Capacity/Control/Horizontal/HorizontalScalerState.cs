using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>What a horizontal pod autoscaler remembers.</summary>
/// <param name="Recommendations">What metrics asked for, as long as a window is.</param>
/// <param name="Added">Replicas that were added, as long as a policy's period is.</param>
/// <param name="Removed">Replicas that were taken away, likewise.</param>
public sealed record HorizontalScalerState(ImmutableList<TimedCount> Recommendations, ImmutableList<TimedCount> Added, ImmutableList<TimedCount> Removed)
{
    /// <summary>That of one that was just made.</summary>
    public static HorizontalScalerState Empty { get; } = new([], [], []);
}
