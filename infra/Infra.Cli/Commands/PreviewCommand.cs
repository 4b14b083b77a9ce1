using System.CommandLine;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Policies;
using Infra.Planning.Rendering;
using Infra.Planning.Reviewing;

namespace Infra.Cli.Commands;

/// <summary><c>preview ENVIRONMENT</c>: what the program would create, without an engine, an account or a cluster, and what each check says of it in a line.</summary>
internal sealed class PreviewCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans, Func<PolicyOptions> policies) : PlanCommand(
    "preview", "Show what an environment consists of. Needs no Pulumi CLI, account or cluster.", "Write the plan as JSON, and nothing else, to standard output", terminal, debug, project, plans)
{
    protected override int Say(Plan plan, bool json)
    {
        if (json)
        {
            PlanJson.Write(plan, Terminal.Out.Writer);
        }
        else
        {
            Terminal.Out.Lines(PlanReport.Render(plan, []));
            Terminal.Out.Lines([TextLine.Empty, .. ReviewSummary.Render(PlanReview.Of(plan, policies()))]);
        }

        return ExitCodes.Success;
    }
}
