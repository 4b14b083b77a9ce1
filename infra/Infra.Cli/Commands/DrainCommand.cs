using System.CommandLine;
using Infra.Core.Resilience;
using Infra.Planning.Model;
using Infra.Planning.Resilience;

namespace Infra.Cli.Commands;

/// <summary><c>drain ENVIRONMENT</c>: what happens to pods when any one node, or any one zone, goes.</summary>
internal sealed class DrainCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans) : PlanCommand(
    "drain", "Prove that any one node and any one zone can go, or show what is in the way.", "Write what is found as JSON, and nothing else, to standard output", terminal, debug, project, plans)
{
    protected override int Say(Plan plan, bool json)
    {
        var report = new DrainReport(plan.Stack, PlannedCluster.Of(plan));
        if (json)
        {
            report.WriteJson(Terminal.Out.Writer);
        }
        else
        {
            Terminal.Out.Lines(report.Render());
        }

        return report.Findings.Any(finding => DrainProof.IsBroken(finding.Fault)) ? ExitCodes.Findings : ExitCodes.Success;
    }
}
