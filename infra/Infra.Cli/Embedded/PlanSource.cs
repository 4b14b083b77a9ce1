using Infra.Core.Configuration;
using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Stacks;

namespace Infra.Cli;

/// <summary>Plans with the embedded engine: reads the files, checks the whole configuration, then runs the program.</summary>
internal sealed class PlanSource : IPlanSource
{
    private readonly ProjectFolder _project;

    private PlanSource(ProjectFolder project) => _project = project;

    public static IPlanSource Of(ProjectFolder project) => new PlanSource(project);

    public async Task<PlanResult> PlanAsync(string environment, CancellationToken cancellation)
    {
        var project = ProjectFile.Read(Path.Combine(_project.Path, ProjectFile.FileName));
        if (!project.Problems.IsEmpty)
        {
            return Refused(project.Problems, ProjectFile.FileName);
        }

        var file = EnvironmentFile.Read(_project.EnvironmentFile(environment), project.Name);
        if (!file.Problems.IsEmpty)
        {
            return Refused(file.Problems, file.FileName);
        }

        // The program checks again when it runs, but Pulumi.Config can't list keys: only here is a misspelled one found.
        var problems = new ConfigProblems();
        PlatformSettings.Read(new EnvironmentConfigSource(file), problems);
        if (!problems.IsEmpty)
        {
            return Refused(problems, file.FileName);
        }

        var outcome = await ProgramPlanner.PlanAsync(file, project.Name, PlatformProgram.RunAsync);
        cancellation.ThrowIfCancellationRequested();
        return new PlanResult { Plan = outcome.Plan, Diagnostics = outcome.Diagnostics };
    }

    private static PlanResult Refused(ConfigProblems problems, string file) => new() { ConfigurationProblems = problems.Render(file) };
}
