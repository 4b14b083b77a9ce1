namespace Infra.Core.Configuration;

/// <summary>An upper limit on the length of a text (UTF-16 characters) or the number of entries of a list or map.</summary>
/// <param name="max">The greatest length allowed.</param>
public sealed class MaxLengthAttribute(int max) : ConstraintAttribute
{
    /// <summary>The greatest length allowed.</summary>
    public int Max { get; } = max;

    /// <inheritdoc/>
    public override string Allowed(Type type) => $"at most {Max} {(Max == 1 ? Length.Unit(type) : Length.Units(type))}";

    /// <inheritdoc/>
    public override bool AppliesTo(Type type) => Length.IsKnownFor(type);

    /// <inheritdoc/>
    public override bool IsMetBy(object value) => Length.Of(value) <= Max;
}
