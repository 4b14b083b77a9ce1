using System.Collections.Immutable;

namespace Pulumi.Embedded;

/// <summary>A resource's options after merging and inheritance. Paths and names are in the program's order, URNs too.</summary>
public sealed record RegisteredOptions
{
    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    public ImmutableArray<string> HideDiffs { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? DeletedWith { get; init; }

    public string? Version { get; init; }

    public string? PluginDownloadUrl { get; init; }

    public string? ImportId { get; init; }

    public TimeSpan? CreateTimeout { get; init; }

    public TimeSpan? UpdateTimeout { get; init; }

    public TimeSpan? DeleteTimeout { get; init; }
}
