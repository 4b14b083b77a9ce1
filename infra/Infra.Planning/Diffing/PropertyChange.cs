using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>A value that differs between two plans.</summary>
/// <param name="Path">Where it stands in the newer plan; in the older one for what is removed.</param>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Before">The value; null where there was none.</param>
/// <param name="After">The value; null where there is none any more.</param>
public sealed record PropertyChange(PropertyPath Path, PropertyChangeKind Kind, PlanValue? Before, PlanValue? After)
{
    public Fold Fold { get; init; }

    public PropertyEffect Effect { get; init; } = PropertyEffect.Update;

    /// <summary>Whether one of the plans doesn't know the value, or may not tell it.</summary>
    internal bool IsOpen => Before is PlanValue.Unknown or PlanValue.Secret || After is PlanValue.Unknown or PlanValue.Secret;
}
