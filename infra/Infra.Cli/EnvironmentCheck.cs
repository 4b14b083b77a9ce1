using Infra.Core.Configuration;

namespace Infra.Cli;

/// <summary>What is wrong with an environment's configuration.</summary>
/// <param name="File">The file that the problems are in, without its folder.</param>
/// <param name="Problems">The problems; empty where the program would accept the configuration.</param>
internal sealed record EnvironmentCheck(string File, ConfigProblems Problems)
{
    /// <summary>Whether something was set on top of the file; the paths of its problems say so.</summary>
    public bool HasOverrides { get; init; }

    /// <summary>Where the problems are, in words.</summary>
    public string Place => HasOverrides ? $"{File} and {ConfigOverrides.Option}" : File;
}
