using Infra.Engine;
using Infra.Engine.Configuration;
using Infra.Stacks;

namespace Infra.Cli;

/// <summary>Runs the program in the embedded engine.</summary>
internal sealed class PlanSource(ProjectFolder folder) : IPlanSource
{
    public static IPlanSource Of(ProjectFolder folder) => new PlanSource(folder);

    public EnvironmentCheck Check(string environment) => Check(environment, out _, out _);

    public async Task<PlanResult> PlanAsync(string environment)
    {
        var check = Check(environment, out var project, out var file);
        if (file is null || !check.Problems.IsEmpty)
        {
            return new PlanResult { ConfigurationProblems = check.Problems.Render(check.File) };
        }
        var outcome = await ProgramPlanner.PlanAsync(file, project.Name, PlatformProgram.RunAsync, folder.Path);
        return new PlanResult { Plan = outcome.Plan, Diagnostics = outcome.Diagnostics };
    }

    private EnvironmentCheck Check(string environment, out ProjectFile project, out EnvironmentFile? file)
    {
        file = null;
        project = ProjectFile.Read(Path.Combine(folder.Path, ProjectFile.FileName));
        if (!project.Problems.IsEmpty)
        {
            return new EnvironmentCheck(ProjectFile.FileName, project.Problems);
        }
        file = EnvironmentFile.Read(folder.EnvironmentFile(environment), project.Name);
        if (file.Problems.IsEmpty)
        {
            // The program checks its configuration too, but only here all keys are known: a misspelled one is found.
            PlatformSettings.Read(new EnvironmentConfigSource(file), file.Problems);
        }
        return new EnvironmentCheck(file.FileName, file.Problems);
    }
}
