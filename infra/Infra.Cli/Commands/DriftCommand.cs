using System.CommandLine;
using Infra.Automation.Engine;
using Infra.Automation.Failures;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Capture;
using Infra.Cli.Drifts;
using Infra.Planning.Policies;

namespace Infra.Cli.Commands;

/// <summary><c>drift ENVIRONMENT</c>: what is other than the stack's state says, and what the program brings besides.</summary>
internal sealed class DriftCommand : Command, IEngineCommand
{
    private readonly Terminal _terminal;
    private readonly Func<ProjectFolder> _project;
    private readonly Func<ProjectFolder, CancellationToken, Task<IStackEngine>> _engines;
    private readonly Argument<string?> _environment = new("environment") { Description = "The stack to look at; asks the Pulumi CLI and, through it, the cloud", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> _from = new("--from")
    {
        Description = "Read what 'pulumi preview --refresh --json --show-sames' wrote from this file, or from standard input (-), instead of asking the engine",
        HelpName = "file",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the drift as JSON, and nothing else, to standard output" };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write Markdown for an issue or a workflow's summary" };
    private readonly Option<bool> _full = new("--full") { Description = "Show every change for itself, folded values and sources of facts too" };
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "Exit with 1 when there is drift" };

    public DriftCommand(Terminal terminal, Func<ProjectFolder> project, Func<ProjectFolder, CancellationToken, Task<IStackEngine>> engines)
        : base("drift", "Show what is other than the stack's state says, apart from what the program itself brings.")
    {
        (_terminal, _project, _engines) = (terminal, project, engines);
        Add(_environment);
        foreach (var option in new Option[] { _from, _markdown, _json, _full, _exitCode })
        {
            Add(option);
        }
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken stop)
    {
        if (result.GetValue(_markdown) && result.GetValue(_json))
        {
            throw new UsageException($"{_markdown.Name} and {_json.Name} are two forms of the same; leave out one of them");
        }
        var captured = (result.GetValue(_environment), result.GetValue(_from)) switch
        {
            (null, null) => throw new UsageException($"'drift' needs <environment>, or {_from.Name} FILE", "'./run drift --help' shows the usage."),
            (not null, not null) => throw new UsageException($"{_from.Name} reads a preview that is made already; leave out the environment, or {_from.Name}"),
            (null, { } from) => PlanFile.Read(_from.Name, from, _terminal),
            ({ } environment, null) => await AskAsync(environment, stop),
        };
        if (captured.Refresh is not { } refresh)
        {
            throw new UsageException(
                $"{_from.Name}: nothing was refreshed for this document, so that it knows no drift",
                "'pulumi preview --refresh --json --show-sames --stack ENVIRONMENT' writes one that does.");
        }
        var report = DriftReport.Of(captured, refresh);
        Write(report, result);
        return result.GetValue(_exitCode) && report.HasDrift ? ExitCodes.Findings : ExitCodes.Success;
    }

    private async Task<CapturedPlan> AskAsync(string environment, CancellationToken stop)
    {
        var project = _project();
        project.RequireEnvironment(environment);
        var operations = new StackOperations(await _engines(project, stop), new OpenGate(), TimeProvider.System);
        return (await operations.PreviewAsync(environment, new PreviewRequest { Refresh = true }, cancellationToken: stop)).Captured;
    }

    private void Write(DriftReport report, ParseResult result)
    {
        var full = result.GetValue(_full);
        if (result.GetValue(_json))
        {
            DriftJson.Write(report, _terminal.Out.Writer);
        }
        else if (result.GetValue(_markdown))
        {
            _terminal.Out.Writer.Write(DriftMarkdown.Render(report, full));
        }
        else
        {
            _terminal.Out.Lines(DriftText.Render(report, full));
        }
    }
}
