using System.Collections.Immutable;
using System.ComponentModel;
using Infra.Automation.Events;

namespace Infra.Automation.Engine.Processes;

/// <summary>One run of Pulumi's command line.</summary>
/// <param name="args">What it is to do.</param>
/// <param name="followed">Whether its events are read.</param>
/// <param name="program">The program; another one in tests.</param>
internal sealed class CommandRun(IList<string> args, bool followed, string program = "pulumi")
{
    private const int SignalBase = 128;

    /// <summary>The arguments, in the order in which the SDK has them: what is a flag comes before <c>--</c>, everything behind is a value.</summary>
    /// <param name="eventLog">The file for events; null for none.</param>
    public ImmutableArray<string> Arguments(string? eventLog)
    {
        var end = args.IndexOf("--");
        end = end < 0 ? args.Count : end;
        return
        [
            .. args.Take(end),
            // It has nobody to ask.
            .. args.Contains("--non-interactive") ? (ReadOnlySpan<string>)[] : ["--non-interactive"],
            .. eventLog is null ? (ReadOnlySpan<string>)[] : ["--event-log", eventLog],
            .. args.Skip(end),
        ];
    }

    /// <exception cref="EngineException">It failed, or isn't installed.</exception>
    /// <exception cref="OperationCanceledException">It stopped because it was asked to.</exception>
    public async Task<ProcessOutput> RunAsync(
        string folder, IEnumerable<KeyValuePair<string, string?>> environment, string? input, TimeProvider time, Action<StackEvent> onEvent, Action<string, bool> onLine, CancellationToken stop)
    {
        var sink = new EventSink(onEvent);
        using var log = followed ? new EventLog(time, sink.Tell) : null;
        ProcessOutput output;
        try
        {
            output = await EngineProcess.RunAsync([program, .. Arguments(log?.Path)], folder, Variables(environment), input, Line, stop);
        }
        catch (Win32Exception e)
        {
            throw new EngineException(Name, null, "", e.Message, [], e);
        }

        log?.Read();
        sink.ThrowIfFailed();
        return output.ExitCode == 0 ? output
            : stop.IsCancellationRequested && !WasKilled(output.ExitCode) ? throw new OperationCanceledException($"'{Name}' stopped as it was asked to", stop)
            : throw new EngineException(Name, output.ExitCode, output.StandardOutput, output.StandardError, sink.Events);

        void Line(string line, bool isError)
        {
            if (followed)
            {
                sink.Tell(new StackEvent.Text(line, isError));
            }

            onLine(line, isError);
        }
    }

    /// <summary>By another signal than the one that asks it to stop: it saved nothing and kept its lock, whoever asked it for what before.</summary>
    private static bool WasKilled(int exitCode) => exitCode is > SignalBase and <= SignalBase + 64 and not SignalBase + Interrupt.Sigint;

    private string Name => $"{program} {string.Join(' ', args.TakeWhile(static arg => !arg.StartsWith('-')).Take(2))}";

    /// <summary>Writing events needs the second of these; without the first a release of Pulumi's own would be looked for.</summary>
    private IEnumerable<KeyValuePair<string, string?>> Variables(IEnumerable<KeyValuePair<string, string?>> environment) =>
        [.. environment, new("PULUMI_SKIP_UPDATE_CHECK", "true"), .. followed ? (ReadOnlySpan<KeyValuePair<string, string?>>)[new("PULUMI_DEBUG_COMMANDS", "true")] : []];
}
