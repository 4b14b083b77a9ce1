using Infra.Core.Configuration;
using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Stacks;

namespace Infra.Cli;

/// <summary>Runs the program in the embedded engine.</summary>
internal sealed class PlanSource(ProjectFolder folder) : IPlanSource
{
    public static IPlanSource Of(ProjectFolder folder) => new PlanSource(folder);

    public async Task<PlanResult> PlanAsync(string environment)
    {
        var project = ProjectFile.Read(Path.Combine(folder.Path, ProjectFile.FileName));
        if (!project.Problems.IsEmpty)
        {
            return Refused(project.Problems, ProjectFile.FileName);
        }
        var file = EnvironmentFile.Read(folder.EnvironmentFile(environment), project.Name);
        if (file.Problems.IsEmpty)
        {
            // The program checks its configuration too, but only here all keys are known: a misspelled one is found.
            PlatformSettings.Read(new EnvironmentConfigSource(file), file.Problems);
        }
        if (!file.Problems.IsEmpty)
        {
            return Refused(file.Problems, file.FileName);
        }
        var outcome = await ProgramPlanner.PlanAsync(file, project.Name, PlatformProgram.RunAsync, folder.Path);
        return new PlanResult { Plan = outcome.Plan, Diagnostics = outcome.Diagnostics };
    }

    private static PlanResult Refused(ConfigProblems problems, string file) => new() { ConfigurationProblems = problems.Render(file) };
}
