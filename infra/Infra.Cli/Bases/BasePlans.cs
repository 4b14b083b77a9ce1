using Infra.Capture;
using Infra.Planning.Model;

namespace Infra.Cli.Bases;

/// <summary>Gets a command the plan that another one is compared with: from a file, or by planning another revision of this repository.</summary>
internal sealed class BasePlans(Terminal terminal, Func<ProjectFolder> project, RevisionPlans revisions)
{
    private const string StandardInput = "-";

    public static BasePlans OfProcess(Terminal terminal, Func<ProjectFolder> project) =>
        new(terminal, project, new RevisionPlans(terminal, new Git(), new RevisionProgram(), () => new BasePlanCache(CacheFolder.Path(Environment.GetEnvironmentVariable))));

    /// <param name="option">The option that names the base.</param>
    /// <param name="value">A plan, preview or state: a path, or <c>-</c> for standard input. What is no file is a revision.</param>
    /// <param name="request">How the plan was made; where it was read, only the environment, which is its stack.</param>
    /// <param name="plan">The plan that is compared with the base.</param>
    /// <param name="stop">Stops what runs, and removes what was made for it.</param>
    /// <returns>The base, or the exit code where there is none.</returns>
    /// <exception cref="UsageException">There is no such file or revision, or the file has no plan.</exception>
    public async Task<(BasePlan? Base, int ExitCode)> ReadAsync(string option, string value, PlanRequest request, Plan plan, CancellationToken stop)
    {
        if (value.Length == 0)
        {
            throw new UsageException($"{option} is empty; it needs a revision, or a file with a plan");
        }
        if (value == StandardInput || File.Exists(value))
        {
            return (OfFile(option, value, plan), ExitCodes.Success);
        }
        var nothing = new Plan { Project = plan.Project, Stack = plan.Stack };
        return await revisions.PlanAsync(new Revision(option, value), project(), request, nothing, stop);
    }

    /// <summary>A state of which nothing is deployed doesn't name its stack either.</summary>
    private BasePlan OfFile(string option, string value, Plan plan)
    {
        var captured = PlanFile.Read(option, value, terminal);
        var name = value == StandardInput ? "standard input" : InputFile.Shown(value);
        if (captured is not { Form: CaptureForm.State, Plan.Resources: [] })
        {
            return new BasePlan(captured.Plan, captured.Form, name);
        }
        terminal.Error.Line($"{name}: nothing is deployed; all of '{plan.Stack}' is new");
        return new BasePlan(new Plan { Project = plan.Project, Stack = plan.Stack }, captured.Form, name);
    }
}
