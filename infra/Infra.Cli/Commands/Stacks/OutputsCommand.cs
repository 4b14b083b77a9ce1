using System.CommandLine;
using Infra.Cli.Stacks;
using Newtonsoft.Json;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>outputs STACK</c>: what people and other stacks read of it.</summary>
internal sealed class OutputsCommand : StackCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "Write the outputs as JSON, and nothing else, to standard output" };

    public OutputsCommand(StackTools tools)
        : base("outputs", "Show a stack's outputs. Secrets stay hidden: 'pulumi stack output NAME --show-secrets' shows one.", tools) => Add(_json);

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        var (operations, _) = await OpenAsync(stop);
        var outputs = await operations.OutputsAsync(stack, stop);
        if (result.GetValue(_json))
        {
            Terminal.Out.Writer.WriteLine(StackOutputs.Json(outputs).ToString(Formatting.Indented));
            return ExitCodes.Success;
        }
        foreach (var line in outputs.IsEmpty ? [$"'{stack}' has no outputs"] : StackOutputs.Lines(outputs))
        {
            Terminal.Out.Line(line);
        }
        return ExitCodes.Success;
    }
}
