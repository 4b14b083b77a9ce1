using System.Collections.Immutable;

namespace Infra.Cli;

/// <summary>The environment to check or to plan, and what the command line says about it.</summary>
internal sealed record PlanRequest
{
    /// <summary>The name of the stack.</summary>
    public required string Environment { get; init; }

    /// <summary>Read instead of <c>Pulumi.ENVIRONMENT.yaml</c>; null where that file is meant.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Set in this order, on top of the file.</summary>
    public ImmutableArray<ConfigOverride> Config { get; init; } = [];

    /// <summary>Whether the keys of <see cref="Config"/> lead into structured values: <c>models[0].capacity.max</c>.</summary>
    public bool ConfigKeysArePaths { get; init; }

    /// <summary>What stack references find.</summary>
    public ImmutableArray<StackExport> StackExports { get; init; } = [];

    /// <summary>Whether what only an update would tell is invented rather than unknown.</summary>
    public bool Rendered { get; init; }
}
