using System.CommandLine;
using Infra.Automation.Engine;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands.Stacks;

/// <summary>A command on stacks: it may start the Pulumi engine, and waits for it when it is asked to stop.</summary>
internal abstract class StackCommand : Command, IEngineCommand
{
    private readonly Argument<string>? _stack;

    /// <param name="takesStack">Whether it works on one stack, which the command line names.</param>
    protected StackCommand(string name, string description, StackTools tools, bool takesStack = true)
        : base(name, description)
    {
        Tools = tools;
        if (takesStack)
        {
            _stack = new Argument<string>("stack") { Description = "The stack, which is the <environment> of Pulumi.<environment>.yaml" };
            Add(_stack);
        }
        SetAction((result, _) => RunAsync(result));
    }

    protected StackTools Tools { get; }

    protected Terminal Terminal => Tools.Terminal;

    /// <summary>Does it.</summary>
    /// <param name="stack">The stack; empty where it isn't about one.</param>
    /// <param name="stop">Cancelled by a signal.</param>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop);

    /// <summary>The engine, with a gate before its updates. Where this program can't start it this is the end: the script starts the one that can.</summary>
    protected async Task<(StackOperations Operations, IStackEngine Engine)> OpenAsync(CancellationToken stop, IStackGate? gate = null)
    {
        var engine = await Tools.Engines(Tools.Project(), stop);
        return (new StackOperations(engine, gate ?? NoUpdates.Instance, Tools.Time), engine);
    }

    private async Task<int> RunAsync(ParseResult result)
    {
        var stack = _stack is null ? "" : result.GetRequiredValue(_stack);
        if (_stack is not null)
        {
            StackName.Require(stack);
        }
        using var signals = new StopSignals(Terminal, _stack is null ? null : stack, Tools.Exit);
        try
        {
            var exitCode = await RunAsync(result, stack, signals.Token);
            return exitCode == ExitCodes.Stopped ? signals.ExitCode ?? exitCode : exitCode;
        }
        catch (OperationCanceledException) when (signals.ExitCode is not null)
        {
            Terminal.Failure("stopped");
            return signals.ExitCode.Value;
        }
    }

    /// <summary>For commands that update nothing: an update would be a mistake in the program.</summary>
    private sealed class NoUpdates : IStackGate
    {
        public static NoUpdates Instance { get; } = new();

        public Task<GateVerdict> JudgeAsync(IStackEngine engine, string stack, PreviewRequest request, Action<Automation.Events.StackEvent> onEvent, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("this command doesn't update");
    }
}
