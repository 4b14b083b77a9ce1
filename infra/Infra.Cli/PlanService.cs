using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Cli;

/// <summary>Gets a command its plan, or tells the user why there is none.</summary>
internal sealed class PlanService(Terminal terminal, Func<ProjectFolder, IPlanSource> plans)
{
    private readonly HashSet<PlanDiagnostic> _told = [];

    /// <returns>The plan, or the exit code where there is none.</returns>
    public async Task<(Plan? Plan, int ExitCode)> PlanAsync(ProjectFolder project, PlanRequest request, bool debug) =>
        Tell(request, await plans(project).PlanAsync(request with { Waiting = TellWaiting }), debug);

    /// <summary>Two plans of one environment, made at the same time; what both have to say is told once.</summary>
    /// <returns>The plans, or the exit code where one is missing.</returns>
    public async Task<(Plan? First, Plan? Second, int ExitCode)> PlanBothAsync(ProjectFolder project, PlanRequest first, PlanRequest second, bool debug)
    {
        var source = plans(project);
        var results = await Task.WhenAll(
            Task.Run(() => source.PlanAsync(first with { Waiting = TellWaiting })),
            Task.Run(() => source.PlanAsync(second)));
        var (firstPlan, exitCode) = Tell(first, results[0], debug);
        if (firstPlan is null)
        {
            return (null, null, exitCode);
        }
        (var secondPlan, exitCode) = Tell(second, results[1], debug);
        return (firstPlan, secondPlan, exitCode);
    }

    private (Plan? Plan, int ExitCode) Tell(PlanRequest request, PlanResult result, bool debug)
    {
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
