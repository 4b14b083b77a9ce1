using System.CommandLine;
using Infra.Planning.Json;
using Infra.Planning.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>preview ENVIRONMENT</c>: what the program would create, without an engine, an account or a cluster.</summary>
internal sealed class PreviewCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Func<ProjectFolder> _project;
    private readonly Func<ProjectFolder, IPlanSource> _plans;
    private readonly Argument<string> _environment = new("environment") { Description = "The <environment> of Pulumi.<environment>.yaml" };
    private readonly Option<bool> _json = new("--json") { Description = "Write the plan as JSON, and nothing else, to standard output" };

    public PreviewCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("preview", "Show what an environment consists of. Needs no Pulumi CLI, account or cluster.")
    {
        _terminal = terminal;
        _project = project;
        _plans = plans;
        Add(_environment);
        Add(_json);
        SetAction(result => RunAsync(result.GetRequiredValue(_environment), result.GetValue(_json), result.GetValue(debug)));
    }

    private async Task<int> RunAsync(string environment, bool json, bool debug)
    {
        var project = _project();
        project.RequireEnvironment(environment);
        var result = await _plans(project).PlanAsync(environment);
        if (result.ConfigurationProblems is { } problems)
        {
            _terminal.Failure(problems);
            return ExitCodes.Usage;
        }
        _terminal.Error.Lines(DiagnosticList.Render(result.Diagnostics, withDetails: debug));
        if (result.Plan is not { } plan)
        {
            var more = !debug && result.Diagnostics.Any(diagnostic => diagnostic.Detail is not null);
            _terminal.Failure($"the program failed for '{environment}'; there is no plan", more ? [CommandLine.DebugHint] : []);
            return ExitCodes.Failure;
        }
        if (json)
        {
            PlanJson.Write(plan, _terminal.Out.Writer);
        }
        else
        {
            _terminal.Out.Lines(PlanReport.Render(plan, []));
        }
        return ExitCodes.Success;
    }
}
