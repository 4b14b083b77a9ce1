using System.CommandLine;
using System.Globalization;
using Infra.Automation.Engine;
using Infra.Cli.Live;
using Infra.Cli.Options;
using Infra.Cli.Stacks;
using Infra.Core.Configuration;
using Infra.Stacks.Configuration;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>history STACK</c>: its last updates, newest first.</summary>
internal sealed class HistoryCommand : StackCommand
{
    private const int ByDefault = 10;

    private readonly Option<string?> _count = new("--count") { Description = $"How many. Default: {ByDefault}", HelpName = "number" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the updates as JSON, and nothing else, to standard output" };

    public HistoryCommand(StackTools tools)
        : base("history", "Show a stack's last updates, newest first.", tools)
    {
        Add(_count);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        var count = OptionValue.Positive(_count, result) ?? ByDefault;
        var (operations, _) = await OpenAsync(stop);
        var updates = await operations.HistoryAsync(stack, count, stop);
        if (result.GetValue(_json))
        {
            Terminal.Out.Writer.WriteLine(new JArray(updates.Select(Json)).ToString(Formatting.Indented));
            return ExitCodes.Success;
        }
        foreach (var line in updates.IsEmpty ? [$"'{stack}' was never updated"] : updates.Select(Line))
        {
            Terminal.Out.Line(line);
        }
        return ExitCodes.Success;
    }

    private static string Line(StackUpdate update) =>
        $"{(update.Version is { } version ? $"#{version}  " : "")}{update.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}  {update.Kind} {update.Result}: {OperationWord.Count(update.Changes)}{(update.Message.Length > 0 ? $"  {Shown.Line(update.Message)}" : "")}";

    private static JObject Json(StackUpdate update) => new()
    {
        ["version"] = update.Version,
        ["kind"] = update.Kind,
        ["result"] = update.Result,
        ["started"] = TemporaryConfig.Written(update.Started),
        ["ended"] = TemporaryConfig.Written(update.Ended),
        ["message"] = update.Message,
        ["changes"] = new JObject(update.Changes.Select(change => new JProperty(change.Key, change.Value))),
    };
}
