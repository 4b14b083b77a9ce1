using System.CommandLine;
using Infra.Cli.Stacks;
using Infra.Core.Configuration;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>destroy STACK</c>: deletes everything that a stack has made, if nothing of it is protected and somebody has typed its name.</summary>
internal sealed class DestroyCommand : StackCommand
{
    private readonly Option<string?> _confirm = new("--confirm") { Description = "The stack's name once more, instead of asking for it", HelpName = "stack" };
    private readonly Option<bool> _json = new("--json") { Description = "Write events as lines of JSON to standard output, the result last" };

    public DestroyCommand(StackTools tools)
        : base("destroy", "Delete everything that a stack has made. Refuses what is protected, and asks for the stack's name.", tools)
    {
        Add(_confirm);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        var (confirmed, json) = (result.GetValue(_confirm), result.GetValue(_json));
        if (confirmed is not null && confirmed != stack)
        {
            throw new UsageException($"{_confirm.Name} is {Shown.Quoted(confirmed)}, but the stack is '{stack}'; nothing was destroyed");
        }
        Question.Require(Terminal, confirmed is not null, Name, $"{_confirm.Name} {stack}");
        var project = Tools.Project();
        if (!Tools.IsSecondProcess && ProtectedStack.ByConfiguration(Tools, project, stack) is { Count: > 0 } keys)
        {
            return Refuse(stack, keys);
        }
        var (operations, _) = await OpenAsync(stop);
        var (isTemporary, held) = await ProtectedStack.ByStateAsync(operations, stack, stop);
        if (held.Count > 0)
        {
            return Refuse(stack, held);
        }
        if (confirmed is null && await Question.AskAsync(Terminal, $"This deletes everything that '{stack}' has made. Type its name to go on:", stop) != stack)
        {
            Terminal.Failure("nothing was destroyed: the answer was another than the stack's name");
            return ExitCodes.Findings;
        }
        await using var progress = new StackProgress(Terminal, Tools.Time, $"destroy {stack}", json);
        var destroyed = await operations.DestroyAsync(stack, progress: progress, cancellationToken: stop);
        await progress.PauseAsync();
        if (destroyed.Succeeded && isTemporary)
        {
            // With its history and its file: a temporary environment leaves nothing behind.
            await operations.RemoveAsync(stack, stop);
        }
        return OperationReport.Say(Terminal, $"destroy {stack}", destroyed, json);
    }

    private int Refuse(string stack, IReadOnlyList<string> held)
    {
        Terminal.Failure($"'{stack}' is protected; nothing was destroyed", [.. held, $"Is it meant? Change that in Pulumi.{stack}.yaml, then './run up {stack}', which takes the protection away, then './run destroy {stack}'."]);
        return ExitCodes.Findings;
    }
}
