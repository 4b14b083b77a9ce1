using Infra.Core.Configuration;
using Pulumi;

namespace Infra.Stacks;

/// <summary>The configuration has problems. Pulumi prints the message of a <see cref="RunException"/> without a stack trace.</summary>
public sealed class ConfigurationException(string file, ConfigProblems problems) : RunException(problems.Render(file))
{
    /// <summary>What is wrong.</summary>
    public ConfigProblems Problems { get; } = problems;
}
