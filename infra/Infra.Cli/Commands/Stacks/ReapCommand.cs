using System.CommandLine;
using Infra.Automation.Engine;
using Infra.Automation.Failures;
using Infra.Automation.Operations;
using Infra.Cli.Stacks;
using Infra.Core;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>reap</c>: destroys the temporary environments that nobody needs any more. Each for itself: one that fails doesn't keep the others.</summary>
internal sealed class ReapCommand : StackCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would be destroyed, and destroy nothing" };

    public ReapCommand(StackTools tools)
        : base("reap", "Destroy the temporary environments whose time is over. Asks nothing: only what 'up --from' made has an end.", tools, takesStack: false) => Add(_dryRun);

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        var (operations, _) = await OpenAsync(stop);
        var (now, dryRun) = (Tools.Time.GetUtcNow(), result.GetValue(_dryRun));
        var failed = new List<string>();
        var found = 0;
        foreach (var one in await operations.ListAsync(stop))
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                if (await Deadline.OfAsync(operations, one, stop) is not { } until)
                {
                    continue;
                }
                found++;
                if (until > now)
                {
                    Terminal.Out.Line($"{one.Name}: needed until {TemporaryConfig.Written(until)}");
                }
                else if (dryRun)
                {
                    Terminal.Out.Line($"{one.Name}: over since {TemporaryConfig.Written(until)}; would be destroyed (--dry-run)");
                }
                else if (!await ReapAsync(operations, one, until, stop))
                {
                    failed.Add(one.Name);
                }
            }
            catch (StackFailureException e)
            {
                OperationReport.Say(Terminal, e.Failures);
                failed.Add(one.Name);
            }
        }
        if (found == 0 && failed.Count == 0)
        {
            Terminal.Out.Line("there is no temporary environment");
        }
        if (failed.Count > 0)
        {
            Terminal.Failure($"{Counted.Of(failed.Count, "environment")} couldn't be reaped: {string.Join(", ", failed)}", "They cost money until they are gone. Mend what is said above; the next './run reap' tries again.");
        }
        return failed.Count > 0 ? ExitCodes.Findings : ExitCodes.Success;
    }

    private async Task<bool> ReapAsync(StackOperations operations, StackInfo stack, DateTimeOffset until, CancellationToken stop)
    {
        var (_, held) = await ProtectedStack.ByStateAsync(operations, stack.Name, stop);
        if (held.Count > 0)
        {
            Terminal.Failure($"'{stack.Name}' is over, but protected", held);
            return false;
        }
        OperationResult destroyed;
        await using (var progress = new StackProgress(Terminal, Tools.Time, $"destroy {stack.Name}", json: false))
        {
            destroyed = await operations.DestroyAsync(stack.Name, progress: progress, cancellationToken: stop);
        }
        if (!destroyed.Succeeded)
        {
            OperationReport.Say(Terminal, $"destroy {stack.Name}", destroyed, json: false);
            return false;
        }
        await operations.RemoveAsync(stack.Name, stop);
        Terminal.Out.Line($"{stack.Name}: over since {TemporaryConfig.Written(until)}; destroyed");
        return true;
    }
}
