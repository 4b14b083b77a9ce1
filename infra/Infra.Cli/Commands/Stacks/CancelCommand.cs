using System.CommandLine;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>cancel STACK</c>: takes the lock of an update that is dead.</summary>
internal sealed class CancelCommand : StackCommand
{
    private readonly YesOption _yes = new("Don't ask: the update that holds the lock is known to be dead");

    public CancelCommand(StackTools tools)
        : base("cancel", "Take the lock that a dead update has left on a stack. It doesn't stop an update that lives.", tools) => Add(_yes);

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        Question.Require(Terminal, result.GetValue(_yes), Name, _yes.Name);
        var (operations, _) = await OpenAsync(stop);
        if (!result.GetValue(_yes))
        {
            Terminal.Error.Line($"This takes the lock of '{stack}' from whoever holds it. It doesn't stop him: if his update still runs, he and the next one write over each other's state.");
            if (!await Question.IsAgreedAsync(Terminal, "Is that update dead?", stop))
            {
                Terminal.Failure("the lock was left where it is");
                return ExitCodes.Findings;
            }
        }
        await operations.CancelAsync(stack, stop);
        Terminal.Out.Line($"{stack}: the lock is gone");
        if (await operations.InterruptedAsync(stack, stop) is { } interrupted)
        {
            OperationReport.Say(Terminal, [interrupted]);
            return ExitCodes.Findings;
        }
        return ExitCodes.Success;
    }
}
