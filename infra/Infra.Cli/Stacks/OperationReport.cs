using Infra.Automation.Failures;
using Infra.Automation.Operations;
using Infra.Cli.Live;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Stacks;

/// <summary>What came of an operation: in a line with what to do, or as the last line of JSON; and as an exit code.</summary>
internal static class OperationReport
{
    /// <param name="what">The command and the stack, such as <c>up dev</c>.</param>
    /// <returns>The exit code.</returns>
    public static int Say(Terminal terminal, string what, OperationResult result, bool json)
    {
        if (json)
        {
            terminal.Out.Writer.WriteLine(Document(what, result).ToString(Formatting.None));
        }
        else if (result.Succeeded)
        {
            terminal.Out.Line($"{what}: {OperationWord.Count(result.Changes)}");
            if (result.Permalink is { } page)
            {
                terminal.Out.Line(page.ToString());
            }
        }
        if (!result.Succeeded)
        {
            if (result.Outcome != OperationOutcome.Refused)
            {
                terminal.Error.Line($"{what}: {Ending(result.Outcome)}; done until then: {OperationWord.Count(result.Changes)}");
            }
            Say(terminal, result.Failures);
        }
        return result.Outcome switch
        {
            OperationOutcome.Succeeded => ExitCodes.Success,
            OperationOutcome.Refused => ExitCodes.Findings,
            OperationOutcome.Cancelled => ExitCodes.Stopped,
            _ => ExitCodes.Failure,
        };
    }

    /// <summary>Each failure with what to do about it.</summary>
    public static void Say(Terminal terminal, IEnumerable<StackFailure> failures)
    {
        foreach (var failure in failures)
        {
            terminal.Failure(failure.Where is { } where ? $"{where}: {failure.What}" : failure.What, failure.Next);
        }
    }

    private static string Ending(OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Cancelled => "stopped",
        OperationOutcome.TimedOut => "took too long, and was stopped",
        _ => "failed",
    };

    private static JObject Document(string what, OperationResult result) => new()
    {
        ["type"] = "result",
        ["operation"] = what.Split(' ')[0],
        ["stack"] = result.Stack,
        ["outcome"] = char.ToLowerInvariant(result.Outcome.ToString()[0]) + result.Outcome.ToString()[1..],
        ["changes"] = new JObject(result.Changes.Select(change => new JProperty(change.Key, change.Value))),
        ["seconds"] = (long)result.Duration.TotalSeconds,
        ["failures"] = new JArray(result.Failures.Select(failure => new JObject
        {
            ["kind"] = failure.Kind,
            ["what"] = failure.What,
            ["where"] = failure.Where,
            ["next"] = new JArray(failure.Next),
        })),
        ["warnings"] = new JArray(result.Warnings),
        ["permalink"] = result.Permalink?.ToString(),
        ["version"] = result.Version,
        ["outputs"] = result is UpResult up ? StackOutputs.Json(up.Outputs) : null,
    };
}
