using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Stacks;
using Pulumi.Embedded;

namespace Infra.Cli;

/// <summary>Runs the program in the embedded engine.</summary>
internal sealed class PlanSource(ProjectFolder folder) : IPlanSource
{
    public static IPlanSource Of(ProjectFolder folder) => new PlanSource(folder);

    public EnvironmentCheck Check(PlanRequest request) => Open(request).Check;

    public (EnvironmentCheck Check, PlatformSettings? Settings) Read(PlanRequest request) => Open(request) is var sources && sources.Check.Problems.IsEmpty
        ? (sources.Check, sources.Settings)
        : (sources.Check, null);

    public async Task<PlanResult> PlanAsync(PlanRequest request)
    {
        var (check, project, file, stacks, _) = Open(request);
        if (file is null || !check.Problems.IsEmpty)
        {
            return new PlanResult { ConfigurationProblems = check.Problems.Render(check.Place) };
        }
        var mode = request.Rendered ? EngineMode.Rendered : EngineMode.Preview;
        var outcome = await ProgramPlanner.PlanAsync(file, project.Name, PlatformProgram.RunAsync, folder.Path, mode, stacks, request.Waiting, request.Unknown);
        return new PlanResult
        {
            Plan = outcome.Plan,
            Diagnostics = outcome.Plan is null ? outcome.Diagnostics : [.. outcome.Diagnostics, .. StackExports.Unused(request.StackExports, outcome.Plan)],
        };
    }

    private Sources Open(PlanRequest request)
    {
        var project = ProjectFile.Read(Path.Combine(folder.Path, ProjectFile.FileName));
        if (!project.Problems.IsEmpty)
        {
            return new Sources(new EnvironmentCheck(ProjectFile.FileName, project.Problems), project, null, null, null);
        }
        var stacks = StackExports.Read(request.StackExports, project.Name);
        var path = request.ConfigFile ?? folder.EnvironmentFile(request.Environment);
        var file = EnvironmentFile.Read(path, project.Name, request.Config) with { Environment = request.Environment };
        PlatformSettings? settings = null;
        if (file.Problems.IsEmpty)
        {
            // The program checks its configuration too, but only here all keys are known: a misspelled one is found.
            settings = PlatformSettings.Read(new EnvironmentConfigSource(file), file.Problems);
        }
        return new Sources(new EnvironmentCheck(file.FileName, Located(file)) { HasOverrides = !request.Config.All.IsEmpty }, project, file, stacks, settings);
    }

    private static ConfigProblems Located(EnvironmentFile file) =>
        file.Problems.As(problems => problems.Select(file.Locate));

    /// <summary>What a plan is made from. Without an environment's file the check says why.</summary>
    private sealed record Sources(
        EnvironmentCheck Check,
        ProjectFile Project,
        EnvironmentFile? File,
        IReadOnlyDictionary<string, ImmutableDictionary<string, object?>>? Stacks,
        PlatformSettings? Settings);
}
