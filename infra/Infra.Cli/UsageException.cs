namespace Infra.Cli;

/// <summary>The user can mend this: one line that says what is wrong, and what to do. Exit code 2.</summary>
internal sealed class UsageException(string message, params string[] nextSteps) : Exception(message)
{
    public IReadOnlyList<string> NextSteps { get; } = nextSteps;
}
