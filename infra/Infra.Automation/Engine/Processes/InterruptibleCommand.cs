using System.Collections.Immutable;
using Infra.Automation.Events;
using Pulumi.Automation.Commands;
using Pulumi.Automation.Events;
using Semver;

namespace Infra.Automation.Engine.Processes;

/// <summary>
/// Pulumi's command line as the SDK starts it, with one difference: a cancelled token asks it to stop, and is waited for. The SDK's own command kills it (CliWrap's <c>ExecuteAsync</c> with one token), which leaves the
/// lock and operations behind of which nobody knows whether they were done. One per operation: it keeps what was said for the exception.
/// </summary>
internal sealed class InterruptibleCommand(PulumiCommand installed, EngineOptions options, TimeProvider time, Action<StackEvent>? onEvent) : PulumiCommand
{
    private static readonly ImmutableHashSet<string> _withEvents = ["up", "refresh", "destroy"];

    public override SemVersion? Version => installed.Version;

    /// <summary>Runs it in the project's folder.</summary>
    public Task<CommandResult> RunAsync(IList<string> args, CancellationToken cancellationToken) =>
        RunAsync(args, options.Folder, new Dictionary<string, string?>(options.Environment), null, null, null, cancellationToken);

    public override Task<CommandResult> RunAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default) =>
        RunInputAsync(args, workingDir, additionalEnv, onStandardOutput, onStandardError, null, onEngineEvent, cancellationToken);

    public override async Task<CommandResult> RunInputAsync(
        IList<string> args,
        string workingDir,
        IDictionary<string, string?> additionalEnv,
        Action<string>? onStandardOutput = null,
        Action<string>? onStandardError = null,
        string? stdIn = null,
        Action<EngineEvent>? onEngineEvent = null,
        CancellationToken cancellationToken = default)
    {
        if (onEngineEvent is not null)
        {
            throw new NotSupportedException("this command reads the engine's events itself; give it a reader of StackEvents");
        }

        var run = new CommandRun(args, followed: onEvent is not null && _withEvents.Contains(args[0]));
        var output = await run.RunAsync(workingDir, additionalEnv, stdIn, time, onEvent ?? (static _ => { }), (line, isError) => (isError ? onStandardError : onStandardOutput)?.Invoke(line), cancellationToken);
        return new CommandResult(output.ExitCode, output.StandardOutput, output.StandardError);
    }
}
