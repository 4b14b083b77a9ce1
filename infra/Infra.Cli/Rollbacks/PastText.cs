using Infra.Automation.Promotion;

namespace Infra.Cli.Rollbacks;

/// <summary>An environment's file as a commit has it.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Text">The file.</param>
internal sealed record PastText(string Commit, EnvironmentText Text)
{
    private const int Short = 7;

    /// <summary>For people.</summary>
    public string Name => Commit[..Math.Min(Short, Commit.Length)];
}
