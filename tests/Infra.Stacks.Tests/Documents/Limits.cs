using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Stacks.Tests.Documents;

/// <summary>The limits of a value in the words of the messages.</summary>
internal static class Limits
{
    /// <summary>The limits of the value itself, without those of its entries; empty where there is none.</summary>
    public static string Of(ConfigShape shape, ImmutableArray<ConstraintAttribute> constraints)
    {
        var limits = constraints.Where(constraint => constraint.AppliesTo(shape.Type)).Select(constraint => constraint.Allowed(shape.Type)).ToList();
        return string.Join("; ", limits.Count == 0 && shape is ConfigShape.Scalar scalar ? [scalar.AllowedForm] : limits);
    }

    /// <summary>What is left for the entries, as in the binder.</summary>
    public static ImmutableArray<ConstraintAttribute> OfEntries(ConfigShape shape, ImmutableArray<ConstraintAttribute> constraints) =>
        constraints.RemoveAll(constraint => constraint.AppliesTo(shape.Type));
}
