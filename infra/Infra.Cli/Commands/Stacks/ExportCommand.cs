using System.CommandLine;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>export STACK</c>: the stack's state, secrets encrypted, as <c>import</c> takes it.</summary>
internal sealed class ExportCommand : StackCommand
{
    private readonly Option<string?> _out = new("--out") { Description = "The file to write. Default: standard output", HelpName = "file" };

    public ExportCommand(StackTools tools)
        : base("export", "Write a stack's state; its secrets stay encrypted.", tools) => Add(_out);

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        var file = result.GetValue(_out) is { } path ? new OutputFile(_out.Name, path) : null;
        var (operations, _) = await OpenAsync(stop);
        var state = await operations.ExportAsync(stack, stop);
        if (file is null)
        {
            Terminal.Out.Writer.WriteLine(state.TrimEnd());
            return ExitCodes.Success;
        }
        file.Write(writer => writer.WriteLine(state.TrimEnd()));
        Terminal.Error.Line($"{stack}: its state is in '{InputFile.Shown(result.GetValue(_out)!)}'");
        if (await operations.InterruptedAsync(stack, stop) is { } interrupted)
        {
            OperationReport.Say(Terminal, [interrupted]);
        }
        return ExitCodes.Success;
    }
}
