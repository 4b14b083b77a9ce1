using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Infra.Automation.Engine;
using Infra.Automation.Failures;
using Infra.Cli.Stacks;
using Infra.Stacks.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>stacks</c>: which there are, when each was updated, how much it has, and until when it is needed.</summary>
internal sealed class StacksCommand : StackCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "Write the stacks as JSON, and nothing else, to standard output" };

    public StacksCommand(StackTools tools)
        : base("stacks", "List the project's stacks, temporary ones with their end.", tools, takesStack: false) => Add(_json);

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        var (operations, _) = await OpenAsync(stop);
        var stacks = ImmutableArray.CreateBuilder<(StackInfo Stack, DateTimeOffset? Until)>();
        foreach (var one in await operations.ListAsync(stop))
        {
            try
            {
                stacks.Add((one, await Deadline.OfAsync(operations, one, stop)));
            }
            catch (StackFailureException e)
            {
                // A list that lacks an end is still a list.
                stacks.Add((one, null));
                OperationReport.Say(Terminal, e.Failures);
            }
        }
        if (result.GetValue(_json))
        {
            Terminal.Out.Writer.WriteLine(new JArray(stacks.Select(Json)).ToString(Formatting.Indented));
            return ExitCodes.Success;
        }
        foreach (var line in stacks.Count == 0 ? ["there are no stacks"] : stacks.Select(one => Line(one.Stack, one.Until)))
        {
            Terminal.Out.Line(line);
        }
        return ExitCodes.Success;
    }

    private string Line(StackInfo stack, DateTimeOffset? until)
    {
        var updated = stack.IsUpdating ? "being updated now" : stack.LastUpdate is { } last ? $"updated {Time(last)}" : "never updated";
        var count = stack.Resources is { } resources ? $", {Core.Counted.Of(resources, "resource")}" : "";
        return $"{stack.Name}: {updated}{count}{(until is { } end ? $", needed until {Time(end)}{(end < Tools.Time.GetUtcNow() ? ", which is over: ./run reap" : "")}" : "")}";
    }

    private static JObject Json((StackInfo Stack, DateTimeOffset? Until) one) => new()
    {
        ["name"] = one.Stack.Name,
        ["lastUpdate"] = one.Stack.LastUpdate is { } last ? TemporaryConfig.Written(last) : null,
        ["resources"] = one.Stack.Resources,
        ["updating"] = one.Stack.IsUpdating,
        ["url"] = one.Stack.Url,
        ["temporaryUntil"] = one.Until is { } until ? TemporaryConfig.Written(until) : null,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
