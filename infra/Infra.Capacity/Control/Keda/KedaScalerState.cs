using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>What KEDA remembers of a <c>ScaledObject</c>.</summary>
/// <param name="CreatedMicros">When the object was made.</param>
/// <param name="LastActiveMicros">When a trigger was active for the last time; null for never.</param>
/// <param name="Failures">Answers in a row that were missing, by trigger.</param>
public sealed record KedaScalerState(long CreatedMicros, long? LastActiveMicros, ImmutableArray<int> Failures)
{
    /// <summary>That of an object that was just made.</summary>
    /// <param name="nowMicros">Now.</param>
    /// <param name="settings">The object.</param>
    public static KedaScalerState New(long nowMicros, KedaScalerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new KedaScalerState(nowMicros, null, [.. settings.Triggers.Select(_ => 0)]);
    }
}
