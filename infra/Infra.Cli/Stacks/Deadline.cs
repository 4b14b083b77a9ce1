using System.Text.RegularExpressions;
using Infra.Automation.Engine;
using Infra.Automation.Operations;
using Infra.Stacks.Configuration;

namespace Infra.Cli.Stacks;

/// <summary>Until when a stack is needed, as the stack itself knows it: whoever reaps has no file of it.</summary>
internal static partial class Deadline
{
    /// <summary>From the outputs; where the first update has failed, and there are none yet, from the tags of what it has made. Null for a stack that is to stay.</summary>
    public static async Task<DateTimeOffset?> OfAsync(StackOperations operations, StackInfo stack, CancellationToken stop)
    {
        if (stack.Resources == 0)
        {
            return null;
        }
        var outputs = await operations.OutputsAsync(stack.Name, stop);
        return outputs.IsEmpty
            ? OfState(await operations.ExportAsync(stack.Name, stop))
            : TemporaryConfig.Read(StackOutputs.Text(outputs, StackOutputs.TemporaryUntil));
    }

    /// <summary>From a state. The tag stands in the provider, whose inputs the engine keeps as JSON in a text.</summary>
    public static DateTimeOffset? OfState(string state) => Tag().Match(state) is { Success: true } tag ? TemporaryConfig.Read(tag.Groups["until"].Value) : null;

    [GeneratedRegex("""temporary-until\\*"\s*:\s*\\*"(?<until>[0-9TZ:-]+)""")]
    private static partial Regex Tag();
}
