using System.Collections.Immutable;

namespace Infra.Architecture.Tests.Projects;

/// <summary>What a project may stand on. It need not use all of it.</summary>
internal sealed record ProjectRule
{
    /// <summary>Belongs to the embedded build alone.</summary>
    public bool EmbeddedOnly { get; init; }

    /// <summary>Built against the packages alone, by its path: a filter of solutions can't leave it out of the embedded build.</summary>
    public bool PackagesOnly { get; init; }

    public ImmutableArray<string> Projects { get; init; } = [];

    public ImmutableArray<string> Pulumi { get; init; } = [];

    public ImmutableArray<string> Packages { get; init; } = [];

    public ImmutableArray<string> Of(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Project => Projects,
        ReferenceKind.Pulumi => Pulumi,
        _ => Packages,
    };
}
