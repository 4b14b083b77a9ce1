using System.Collections.Immutable;

namespace Infra.Planning.Diffing.Facts;

/// <summary>What a source says of the changes of one type.</summary>
internal sealed record ReplacementFacts
{
    /// <summary>Who says it, and when it was read.</summary>
    public required string Source { get; init; }

    /// <summary>Paths, without the places of items, whose change replaces the resource.</summary>
    public required ImmutableArray<string> Replace { get; init; }

    /// <summary>Paths whose change replaces it or not, with what that depends on.</summary>
    public ImmutableArray<(string Path, string When)> Depends { get; init; } = [];

    /// <summary>Whether every other property changes in place. False where the source is silent about them.</summary>
    public bool OthersInPlace { get; init; } = true;
}
