using System.Collections.Immutable;

namespace Infra.Automation.Engine;

/// <summary>Where an engine works.</summary>
/// <param name="Folder">The project's folder, with <c>Pulumi.yaml</c> in it.</param>
public sealed record EngineOptions(string Folder)
{
    /// <summary>Environment variables of the command line beside this process's; null removes one. Default: none.</summary>
    public ImmutableSortedDictionary<string, string?> Environment { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;
}
