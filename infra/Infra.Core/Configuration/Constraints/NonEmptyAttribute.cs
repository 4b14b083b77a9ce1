namespace Infra.Core.Configuration;

/// <summary>A text with at least one character, or a list or map with at least one entry.</summary>
public sealed class NonEmptyAttribute : ConstraintAttribute
{
    /// <inheritdoc/>
    public override string Allowed(Type type) => $"at least one {Length.Unit(type)}";

    /// <inheritdoc/>
    public override bool AppliesTo(Type type) => Length.IsKnownFor(type);

    /// <inheritdoc/>
    public override bool IsMetBy(object value) => Length.Of(value) > 0;
}
