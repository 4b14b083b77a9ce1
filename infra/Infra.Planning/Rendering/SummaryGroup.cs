using Infra.Planning.Model;

namespace Infra.Planning.Rendering;

/// <param name="Package">The provider's package; null for a group that isn't one.</param>
public sealed record SummaryGroup(string Label, string? Package, ValueList<TypeCount> Types)
{
    public int Count => Types.Sum(static t => t.Count);
}
