using System.CommandLine;
using Infra.Cli.Options;
using Infra.Core.Resilience;
using Infra.Planning.Model;
using Infra.Planning.Resilience;

namespace Infra.Cli.Commands;

/// <summary><c>drain ENVIRONMENT</c>: what happens to pods when any one node, or any one zone, goes.</summary>
internal sealed class DrainCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<bool> _json = new("--json") { Description = "Write what is found as JSON, and nothing else, to standard output" };

    public DrainCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans)
        : base("drain", "Prove that any one node and any one zone can go, or show what is in the way.")
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
        var report = new DrainReport(plan.Stack, PlannedCluster.Of(plan));
        if (json)
        {
            report.WriteJson(_terminal.Out.Writer);
        }
        else
        {
            _terminal.Out.Lines(report.Render());
        }
        return report.Findings.Any(finding => DrainProof.IsBroken(finding.Fault)) ? ExitCodes.Findings : ExitCodes.Success;
    }
}
