using System.Collections.Immutable;
using Infra.Automation.Events;

namespace Infra.Automation.Engine;

/// <summary>The command line failed, or couldn't be started. It carries what was said; what it means <c>Infra.Automation.Failures</c> tells.</summary>
public sealed class EngineException : Exception
{
    public EngineException(string command, int? exitCode, string standardOutput, string standardError, IEnumerable<StackEvent> events, Exception? innerException = null)
        : base(exitCode is null ? $"'{command}' didn't start: {innerException?.Message ?? standardError}" : $"'{command}' ended with exit code {exitCode}", innerException)
    {
        (Command, ExitCode, StandardOutput, StandardError, Events) = (command, exitCode, standardOutput, standardError, [.. events]);
    }

    /// <summary>What was run, such as <c>pulumi up</c>.</summary>
    public string Command { get; }

    /// <summary>Null where it didn't start.</summary>
    public int? ExitCode { get; }

    public string StandardOutput { get; }

    public string StandardError { get; }

    /// <summary>Every event until then.</summary>
    public ImmutableArray<StackEvent> Events { get; }
}
