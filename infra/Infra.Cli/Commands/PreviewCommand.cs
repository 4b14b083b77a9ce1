using System.CommandLine;
using Infra.Cli.Options;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Cli.Commands;

/// <summary><c>preview ENVIRONMENT</c>: what the program would create, without an engine, an account or a cluster.</summary>
internal sealed class PreviewCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<bool> _json = new("--json") { Description = "Write the plan as JSON, and nothing else, to standard output" };

    public PreviewCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("preview", "Show what an environment consists of. Needs no Pulumi CLI, account or cluster.")
    {
        _terminal = terminal;
        var options = new PlanOptions(terminal, debug, project, plans);
        options.AddTo(this);
        Add(_json);
        SetAction(result => RunAsync(options.ReadAsync(result), result.GetValue(_json)));
    }

    private async Task<int> RunAsync(Task<(Plan? Plan, int ExitCode)> read, bool json)
    {
        var (plan, exitCode) = await read;
        if (plan is null)
        {
            return exitCode;
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
