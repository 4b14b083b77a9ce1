using System.CommandLine;
using Infra.Capture;
using Infra.Cli.Stacks;
using Infra.Core.Configuration;
using Infra.Planning.Json;
using Infra.Stacks;

namespace Infra.Cli.Commands.Stacks;

/// <summary><c>import STACK --file FILE</c>: puts a state, which <c>export</c> wrote, in the place of the stack's.</summary>
internal sealed class ImportCommand : StackCommand
{
    private readonly Option<string> _file = new("--file") { Description = "The state, as 'export' or 'pulumi stack export' wrote it", HelpName = "file", Required = true };
    private readonly YesOption _yes = new("Don't ask");

    public ImportCommand(StackTools tools)
        : base("import", "Put a state in the place of a stack's. What is in the cloud stays as it is.", tools)
    {
        Add(_file);
        Add(_yes);
    }

    protected override async Task<int> RunAsync(ParseResult result, string stack, CancellationToken stop)
    {
        Question.Require(Terminal, result.GetValue(_yes), Name, _yes.Name);
        var state = Read(result.GetRequiredValue(_file), stack);
        var (operations, _) = await OpenAsync(stop);
        if (!result.GetValue(_yes) && !await Question.IsAgreedAsync(Terminal, $"Forget the state of '{stack}', and believe this file instead? './run export {stack} --out FILE' keeps the old one.", stop))
        {
            Terminal.Failure("not imported: the answer was no");
            return ExitCodes.Findings;
        }
        await operations.ImportAsync(stack, state, stop);
        Terminal.Out.Line($"{stack}: imported; './run refresh {stack}' asks the cloud whether it is true");
        return ExitCodes.Success;
    }

    /// <exception cref="UsageException">It is no state, or another stack's.</exception>
    private string Read(string path, string stack)
    {
        using var reader = new StreamReader(InputFile.Open(_file.Name, path));
        var text = reader.ReadToEnd();
        var shown = InputFile.Shown(path);
        try
        {
            var captured = CapturedPlan.Read(new StringReader(text));
            if (captured.Form != CaptureForm.State)
            {
                throw new UsageException($"{_file.Name}: '{shown}' is no state of a stack; './run export' and 'pulumi stack export' write one");
            }
            // An empty state names nobody.
            if (captured.Plan.Resources is [{ Urn: var urn }, ..] && (urn.Project != PlatformSettings.ConfigNamespace || urn.Stack != stack))
            {
                throw new UsageException($"{_file.Name}: '{shown}' is the state of {Shown.Quoted(urn.Stack)} of the project {Shown.Quoted(urn.Project)}, not of '{stack}' of '{PlatformSettings.ConfigNamespace}'; nothing was imported");
            }
            return text;
        }
        catch (PlanFormatException e)
        {
            throw new UsageException($"{_file.Name}: '{shown}' is no state of a stack: {e.Message}");
        }
    }
}
