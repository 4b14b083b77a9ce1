using System.Collections.Immutable;

namespace Pulumi.Embedded;

/// <summary>
/// A resource as the engine got it. Values are trees of null, bool, double, string, <c>ImmutableArray&lt;object?&gt;</c>,
/// <c>ImmutableDictionary&lt;string, object?&gt;</c>, <see cref="UnknownValue"/>, <see cref="SecretValue"/>, assets and archives;
/// a resource as a value is its URN.
/// </summary>
public sealed record RegisteredResource
{
    public required string Urn { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    public required bool Custom { get; init; }

    /// <summary>The stack where no parent was given; null for the stack only.</summary>
    public string? Parent { get; init; }

    /// <summary>The URN of the provider resource.</summary>
    public string? Provider { get; init; }

    /// <summary>The id, when the resource isn't managed but only read (<c>Get</c>, a stack reference).</summary>
    public string? ReadId { get; init; }

    public ImmutableDictionary<string, object?> Inputs { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>From DependsOn and from inputs; distinct, in ordinal order.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; }
        = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public RegisteredOptions Options { get; init; } = new();

    /// <summary>What a component or the stack registered with RegisterOutputs.</summary>
    public ImmutableDictionary<string, object?> Outputs { get; init; } = ImmutableDictionary<string, object?>.Empty;
}
