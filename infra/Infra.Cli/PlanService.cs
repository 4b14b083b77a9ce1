using Infra.Planning.Model;
using Infra.Planning.Rendering;
using Infra.Planning.Rendering.Manifests;

namespace Infra.Cli;

/// <summary>Gets a command its plan, or tells the user why there is none.</summary>
internal sealed class PlanService(Terminal terminal, Func<ProjectFolder, IPlanSource> plans)
{
    private readonly HashSet<PlanDiagnostic> _told = [];

    /// <returns>The plan, or the exit code where there is none.</returns>
    public async Task<(Plan? Plan, int ExitCode)> PlanAsync(ProjectFolder project, PlanRequest request, bool debug) =>
        Tell(request, await plans(project).PlanAsync(request with { Waiting = TellWaiting }), debug);

    /// <summary>The plan of an environment as a preview has it and with nothing unknown; what both have to say is told once.</summary>
    /// <returns>The plans, or the exit code where one is missing.</returns>
    public async Task<(Plan? Preview, Plan? Rendered, int ExitCode)> PlanBothAsync(ProjectFolder project, PlanRequest request, bool debug)
    {
        var source = plans(project);
        var (preview, rendered) = await TwoPlans.MakeAsync(
            unknown => source.PlanAsync(request with { Waiting = TellWaiting, Unknown = unknown }),
            () => source.PlanAsync(request with { Rendered = true }));
        var (previewed, exitCode) = Tell(request, preview, debug);
        if (previewed is null)
        {
            return (null, null, exitCode);
        }
        (var plan, exitCode) = Tell(request, rendered, debug);
        return (previewed, plan, exitCode);
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
