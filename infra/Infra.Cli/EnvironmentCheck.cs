using Infra.Core.Configuration;

namespace Infra.Cli;

/// <summary>What is wrong with an environment's configuration.</summary>
/// <param name="File">The file that the problems are in, without its folder.</param>
/// <param name="Problems">The problems; empty where the program would accept the configuration.</param>
internal sealed record EnvironmentCheck(string File, ConfigProblems Problems);
