using System.Collections.Immutable;

namespace Infra.Automation.Engine;

/// <summary>Where an engine works.</summary>
/// <param name="Folder">The project's folder, with <c>Pulumi.yaml</c> in it.</param>
public sealed record EngineOptions(string Folder)
{
    /// <summary>How secrets of a new stack are encrypted, such as <c>awskms:///alias/pulumi?region=eu-central-1</c>. Default: what the backend does.</summary>
    public string? SecretsProvider { get; init; }

    /// <summary>Environment variables of the command line beside this process's; null removes one. Default: none.</summary>
    public ImmutableSortedDictionary<string, string?> Environment { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;
}
