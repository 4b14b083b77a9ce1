using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Cli;

/// <summary>The environment to check or to plan, and what the command line says about it.</summary>
internal sealed record PlanRequest
{
    /// <summary>The name of the stack.</summary>
    public required string Environment { get; init; }

    /// <summary>Read instead of <c>Pulumi.ENVIRONMENT.yaml</c>; null where that file is meant.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Set on top of the file.</summary>
    public ConfigOverrides Config { get; init; } = ConfigOverrides.None;

    /// <summary>What stack references find.</summary>
    public ImmutableArray<StackExport> StackExports { get; init; } = [];

    /// <summary>Is told when the program has been silent for a while; null where nobody listens.</summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>Is told when the program meets something that only an update knows, as the engine's option is; null where nobody listens.</summary>
    public Action? Unknown { get; init; }

    /// <summary>Whether what only an update would tell is invented rather than unknown.</summary>
    public bool Rendered { get; init; }
}
