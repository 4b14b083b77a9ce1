using Infra.Planning.Diffing;
using Infra.Planning.Model;

namespace Infra.Cli;

/// <summary>What an environment becomes when its file is edited, before it is.</summary>
internal sealed class EnvironmentEdits(PlanService plans)
{
    /// <returns>The plan with the edited file, or the exit code where there is none.</returns>
    public async Task<(Plan? Plan, int ExitCode)> PlanAsync(ProjectFolder project, string environment, EnvironmentTextFile edited, bool debug)
    {
        using var staged = edited.Staged();
        return await plans.PlanAsync(project, new PlanRequest { Environment = environment, ConfigFile = staged.Path }, debug);
    }

    /// <returns>What the edit changes, or the exit code where nobody can tell.</returns>
    public async Task<(PlanDiff? Diff, int ExitCode)> CompareAsync(ProjectFolder project, string environment, EnvironmentTextFile edited, bool debug)
    {
        var (after, exitCode) = await PlanAsync(project, environment, edited, debug);
        if (after is null)
        {
            return (null, exitCode);
        }
        (var before, exitCode) = await plans.PlanAsync(project, new PlanRequest { Environment = environment }, debug);
        return (before is null ? null : PlanDiff.Between(before, after), exitCode);
    }
}
