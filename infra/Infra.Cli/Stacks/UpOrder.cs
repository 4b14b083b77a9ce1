using System.Collections.Immutable;

namespace Infra.Cli.Stacks;

/// <summary>An update as it is ordered.</summary>
internal sealed record UpOrder
{
    public required bool Asks { get; init; }

    public required bool Json { get; init; }

    /// <summary>What holds data and may be lost all the same.</summary>
    public required ImmutableHashSet<string> AllowedLosses { get; init; }

    public required bool Refresh { get; init; }

    public required string? Message { get; init; }

    /// <summary>Whether the stack is made where there is none.</summary>
    public bool MakesStack { get; init; }
}
