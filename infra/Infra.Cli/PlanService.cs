using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Cli;

/// <summary>Gets a command its plan, or tells the user why there is none.</summary>
internal sealed class PlanService(Terminal terminal, Func<ProjectFolder, IPlanSource> plans)
{
    private readonly HashSet<PlanDiagnostic> _told = [];

    /// <summary>A command may ask twice, for a preview and a rendered plan: what both have to say is told once.</summary>
    /// <returns>The plan, or the exit code where there is none.</returns>
    public async Task<(Plan? Plan, int ExitCode)> PlanAsync(ProjectFolder project, PlanRequest request, bool debug)
    {
        var result = await plans(project).PlanAsync(request with { Waiting = TellWaiting });
        if (result.ConfigurationProblems is { } problems)
        {
            terminal.Failure(problems);
            return (null, ExitCodes.Usage);
        }
        terminal.Error.Lines(DiagnosticList.Render([.. result.Diagnostics.Where(_told.Add)], withDetails: debug));
        if (result.Plan is not { } plan)
        {
            var more = !debug && result.Diagnostics.Any(diagnostic => diagnostic.Detail is not null);
            terminal.Failure($"the program failed for '{request.Environment}'; there is no plan", more ? [CommandLine.DebugHint] : []);
            return (null, ExitCodes.Failure);
        }
        return (plan, ExitCodes.Success);
    }

    private void TellWaiting(string text) => terminal.Error.Lines(text.Split('\n').Select(line => TextLine.Of(line, TextRole.Guide)));
}
