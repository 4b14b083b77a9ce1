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
}
