using System.Collections.Immutable;

namespace Pulumi.Embedded;

public sealed record EngineResult
{
    /// <summary>In the order of registration, the stack first.</summary>
    public ImmutableArray<RegisteredResource> Resources { get; init; } = [];

    public ImmutableDictionary<string, object?> Outputs { get; init; } = ImmutableDictionary<string, object?>.Empty;

    public ImmutableArray<EngineDiagnostic> Diagnostics { get; init; } = [];

    public bool Succeeded => !Diagnostics.Any(diagnostic => diagnostic.Severity == EngineSeverity.Error);
}
