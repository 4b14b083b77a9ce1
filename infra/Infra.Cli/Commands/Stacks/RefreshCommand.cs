using System.CommandLine;
using Infra.Automation.Engine;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>refresh STACK</c>: makes the state what the cloud says.</summary>
internal sealed class RefreshCommand : StackCommand
{
    private readonly YesOption _yes = new("Don't ask");
    private readonly Option<bool> _json = new("--json") { Description = "Write events as lines of JSON to standard output, the result last" };

    private readonly Option<bool> _clear = new("--clear-pending-creates")
    {
        Description = "Forget interrupted creations, after somebody has made sure that nothing was made",
    };

    public RefreshCommand(StackTools tools)
        : base("refresh", "Ask the cloud how things are, and write it into the stack's state. Changes nothing else.", tools)
    {
        Add(_yes);
        Add(_clear);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        var json = result.GetValue(_json);
        Question.Require(Terminal, result.GetValue(_yes), Name, _yes.Name);
        var (operations, _) = await OpenAsync(stop);
        if (!result.GetValue(_yes) && !await Question.IsAgreedAsync(Terminal, $"Write into the state of '{stack}' what the cloud says?", stop))
        {
            Terminal.Failure("not refreshed: the answer was no");
            return ExitCodes.Findings;
        }
        await using var progress = new StackProgress(Terminal, Tools.Time, $"refresh {stack}", json);
        var refreshed = await operations.RefreshAsync(stack, new RefreshRequest { ClearPendingCreates = result.GetValue(_clear) }, progress: progress, cancellationToken: stop);
        await progress.PauseAsync();
        return OperationReport.Say(Terminal, $"refresh {stack}", refreshed, json);
    }
}
