using Infra.Capture;
using Infra.Core.Configuration;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Cli.Bases;

/// <summary>
/// Plans an environment as another revision of this repository has it: that revision's own program, built and run in a process of its own, in a worktree that
/// is removed afterwards. A commit doesn't change, so its plan is kept.
/// </summary>
internal sealed class RevisionPlans(Terminal terminal, IGit git, IRevisionProgram program, Func<BasePlanCache> cache)
{
    private const string Script = "run";

    /// <param name="nothing">The base of an environment that the revision doesn't have.</param>
    /// <returns>The base, or the exit code where there is none.</returns>
    public async Task<(BasePlan? Base, int ExitCode)> PlanAsync(Revision revision, ProjectFolder project, PlanRequest request, Plan nothing, CancellationToken stop)
    {
        try
        {
            var checkout = await git.CheckoutOfAsync(project.Path, stop)
                ?? throw new UsageException($"{revision.InMessage}: there is no such file, and '{project.Path}' is in no git checkout that could have such a revision");
            var commit = await git.CommitOfAsync(checkout, revision.Text, stop) ?? throw await UnknownAsync(revision, checkout, stop);
            var place = new RevisionPlace(checkout, commit, project, request);
            var name = revision.Name(commit);
            if (place.ConfigFile is { } file && !await git.HasFileAsync(checkout, commit, file, stop))
            {
                terminal.Error.Line($"{name} has no {file}: all of '{request.Environment}' is new");
                return (new BasePlan(nothing, CaptureForm.Plan, name), ExitCodes.Success);
            }
            if (!await git.HasFileAsync(checkout, commit, place.InProject(Script), stop))
            {
                throw new UsageException($"{revision.InMessage}: the revision has no ./run that could plan it", $"Give {revision.Option} a file with a plan instead.");
            }
            return await PlanAsync(name, place, request, stop);
        }
        catch (GitException e)
        {
            terminal.Failure($"{revision.InMessage}: {e.Message}");
            return (null, ExitCodes.Failure);
        }
    }

    private async Task<(BasePlan? Base, int ExitCode)> PlanAsync(string name, RevisionPlace place, PlanRequest request, CancellationToken stop)
    {
        var store = cache();
        // Values of --config may be secrets: nothing is made of them that stays, not even a checksum.
        var key = request.Config.All.IsEmpty ? BasePlanKey.Of(place, request) : null;
        if (key is not null && store.Find(key) is { } kept)
        {
            return (new BasePlan(kept, CaptureForm.Plan, name), ExitCodes.Success);
        }
        terminal.Error.Line($"{name}: building it and planning '{request.Environment}' in a worktree ...", TextRole.Guide);
        var (exitCode, output) = await RunAsync(store, place, request, stop);
        if (exitCode != ExitCodes.Success)
        {
            terminal.Failure($"{name} has no plan of '{request.Environment}': its './run preview' ended with exit code {exitCode}", "What it said is above.");
            return (null, ExitCodes.Failure);
        }
        try
        {
            var plan = PlanJson.Read(new StringReader(output));
            if (key is not null)
            {
                store.Keep(key, plan);
            }
            return (new BasePlan(plan, CaptureForm.Plan, name), ExitCodes.Success);
        }
        catch (PlanFormatException e)
        {
            terminal.Failure($"{name} writes plans that this revision can't read: {e.MessageFor("its plan")}");
            return (null, ExitCodes.Failure);
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(BasePlanCache store, RevisionPlace place, PlanRequest request, CancellationToken stop)
    {
        foreach (var abandoned in store.AbandonedWorktrees())
        {
            await git.RemoveWorktreeAsync(place.Checkout, abandoned);
        }
        var worktree = store.NewWorktree(place.Commit);
        try
        {
            await git.AddWorktreeAsync(place.Checkout, place.Commit, worktree, stop);
            return await program.RunAsync(
                place.ProjectIn(worktree), place.Arguments(worktree, request), line => terminal.Error.Line($"  {line}", TextRole.Guide), stop);
        }
        finally
        {
            await git.RemoveWorktreeAsync(place.Checkout, worktree);
        }
    }

    private async Task<UsageException> UnknownAsync(Revision revision, string checkout, CancellationToken stop)
    {
        var remote = $"origin/{revision.Text}";
        return new UsageException(
            $"{revision.InMessage}: there is neither such a file nor such a revision",
            await git.CommitOfAsync(checkout, remote, stop) is null
                ? "'git branch --all' lists the branches. A shallow clone has no others: 'git fetch --unshallow', or 'fetch-depth: 0' in a workflow, gets them."
                : $"There is {Shown.Quoted(remote)}.");
    }
}
