using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource ready to be registered: everything that had to be waited for is there.</summary>
internal sealed record ResourceRequest
{
    public required Resource Resource { get; init; }

    /// <summary>A component that a provider's process makes, not this program.</summary>
    public required bool IsRemote { get; init; }

    public required ImmutableDictionary<string, object?> Inputs { get; init; }

    /// <summary>The parent's URN; empty for the stack.</summary>
    public required string ParentUrn { get; init; }

    /// <summary>Reference of the provider, or empty.</summary>
    public required string Provider { get; init; }

    public required IReadOnlySet<string> Dependencies { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlySet<string>> PropertyDependencies { get; init; }

    public required ImmutableArray<string> Aliases { get; init; }

    public required string? DeletedWith { get; init; }

    public required ImmutableArray<string> ReplaceWith { get; init; }

    public required ResourceOptions Options { get; init; }

    public string Type => Resource.GetResourceType();

    public string Name => Resource.GetResourceName();

    public string ImportId => (Options as CustomResourceOptions)?.ImportId ?? "";
}
