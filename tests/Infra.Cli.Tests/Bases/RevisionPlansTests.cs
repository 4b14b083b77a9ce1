using Infra.Capture;
using Infra.Cli.Bases;
using Infra.Core.Configuration;
using Moq;

namespace Infra.Cli.Tests.Bases;

/// <summary><c>--base REVISION</c>: that revision's program makes the plan, once.</summary>
public sealed class RevisionPlansTests : IDisposable
{
    private readonly BasePlansFixture _bases = new();

    public void Dispose() => _bases.Dispose();

    [Fact]
    public async Task The_revisions_own_program_plans_in_a_worktree_that_is_removed()
    {
        var (found, exitCode) = await _bases.ReadAsync("main");

        Assert.Equal((new BasePlan(CommandLineFixture.PlanOf("dev"), CaptureForm.Plan, "main (1a2b3c4)"), 0), (found, exitCode));
        Assert.Equal("main (1a2b3c4): building it and planning 'dev' in a worktree ...\n  building gpu-inference ...\n", _bases.Error);
        var (folder, arguments) = Assert.Single(_bases.Runs);
        Assert.Equal("preview dev --json", arguments);
        var worktree = Path.GetDirectoryName(folder)!;
        Assert.Equal((Path.Combine(_bases.Cache, "worktrees"), "platform"), (Path.GetDirectoryName(worktree), Path.GetFileName(folder)));
        _bases.Git.Verify(git => git.AddWorktreeAsync(_bases.Checkout, BasePlansFixture.Commit, worktree, It.IsAny<CancellationToken>()), Times.Once);
        _bases.Git.Verify(git => git.RemoveWorktreeAsync(_bases.Checkout, worktree), Times.Once);
    }

    [Fact]
    public async Task A_commit_is_planned_once()
    {
        await _bases.ReadAsync("main");
        _bases.Outcome = () => throw new InvalidOperationException("asked again");

        var (found, _) = await _bases.ReadAsync("main");

        Assert.Equal(CommandLineFixture.PlanOf("dev"), found!.Plan);
        Assert.Single(_bases.Runs);
    }

    [Fact]
    public async Task Another_environment_is_another_plan()
    {
        _bases.Has("platform/Pulumi.prod.yaml");
        await _bases.ReadAsync("main");
        await _bases.ReadAsync("main", new PlanRequest { Environment = "prod" });

        Assert.Equal(["preview dev --json", "preview prod --json"], _bases.Runs.Select(run => run.Arguments));
    }

    [Fact]
    public async Task What_may_be_a_secret_is_never_kept()
    {
        var request = new PlanRequest { Environment = "dev", Config = new ConfigOverrides([new ConfigOverride("token", "hunter2")], KeysArePaths: true) };
        await _bases.ReadAsync("main", request);
        await _bases.ReadAsync("main", request);

        Assert.Equal(Enumerable.Repeat("preview dev --json --config token=hunter2 --config-path", 2), _bases.Runs.Select(run => run.Arguments));
        Assert.Empty(Directory.GetFiles(_bases.Cache, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_outside_of_the_repository_is_the_same_for_all_revisions()
    {
        var (config, export) = (_bases.Write("outside.yaml", "config: {}\n"), _bases.Write("base.json", "{}"));
        var request = new PlanRequest { Environment = "x", ConfigFile = config, StackExports = [new StackExport("base/dev", export)] };
        await _bases.ReadAsync("main", request);
        await _bases.ReadAsync("main", request);
        _bases.Write("outside.yaml", "config: {a: b}\n");
        await _bases.ReadAsync("main", request);

        // Kept until what it is made of changes.
        Assert.Equal(Enumerable.Repeat($"preview x --json --config-file {config} --stack-export base/dev={export}", 2), _bases.Runs.Select(run => run.Arguments));
    }

    [Fact]
    public async Task A_file_of_the_repository_is_the_revisions_own()
    {
        _bases.Has("platform/examples/karpenter.yaml");
        await _bases.ReadAsync("main", new PlanRequest { Environment = "karpenter", ConfigFile = _bases.Write("repo/platform/examples/karpenter.yaml", "") });

        var (folder, arguments) = Assert.Single(_bases.Runs);
        Assert.Equal($"preview karpenter --json --config-file {Path.Combine(folder, "examples", "karpenter.yaml")}", arguments);
    }

    [Fact]
    public async Task An_environment_that_the_revision_lacks_is_new()
    {
        var (found, exitCode) = await _bases.ReadAsync("main", new PlanRequest { Environment = "prod" });

        Assert.Equal((new BasePlan(new() { Project = "gpu-inference", Stack = "dev" }, CaptureForm.Plan, "main (1a2b3c4)"), 0), (found, exitCode));
        Assert.Equal("main (1a2b3c4) has no platform/Pulumi.prod.yaml: all of 'prod' is new\n", _bases.Error);
        Assert.Empty(_bases.Runs);
    }

    [Fact]
    public async Task A_revision_that_does_not_build()
    {
        _bases.Outcome = () => (3, "");
        var (found, exitCode) = await _bases.ReadAsync("main");

        Assert.Equal((null, 3), (found, exitCode));
        Assert.EndsWith("\nerror: main (1a2b3c4) has no plan of 'dev': its './run preview' ended with exit code 3\n  What it said is above.\n", _bases.Error, StringComparison.Ordinal);
        _bases.Git.Verify(git => git.RemoveWorktreeAsync(_bases.Checkout, It.IsAny<string>()), Times.Once);
    }

    [Fact]
    public async Task A_revision_whose_plans_have_another_form()
    {
        _bases.Outcome = () => (0, "{\"schemaVersion\": 9}");
        var (found, exitCode) = await _bases.ReadAsync("main");

        Assert.Equal((null, 3), (found, exitCode));
        Assert.EndsWith("error: main (1a2b3c4) writes plans that this revision can't read: its plan, schemaVersion: found the number 9; this program reads version 1\n", _bases.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worktree_that_git_refuses()
    {
        _bases.Git.Setup(git => git.AddWorktreeAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new GitException("git says no"));
        var (found, exitCode) = await _bases.ReadAsync("main");

        Assert.Equal((null, 3), (found, exitCode));
        Assert.EndsWith("error: --base main: git says no\n", _bases.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stopped_is_removed()
    {
        _bases.Outcome = () => throw new OperationCanceledException();

        await Assert.ThrowsAsync<OperationCanceledException>(() => _bases.ReadAsync("main"));
        _bases.Git.Verify(git => git.RemoveWorktreeAsync(_bases.Checkout, It.IsAny<string>()), Times.Once);
    }

    [Fact]
    public async Task What_was_left_behind_is_removed()
    {
        var (old, fresh) = (Path.Combine(_bases.Cache, "worktrees", "old"), Path.Combine(_bases.Cache, "worktrees", "fresh"));
        Directory.CreateDirectory(fresh);
        Directory.CreateDirectory(old);
        Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-2));
        await _bases.ReadAsync("main");

        _bases.Git.Verify(git => git.RemoveWorktreeAsync(_bases.Checkout, old), Times.Once);
        _bases.Git.Verify(git => git.RemoveWorktreeAsync(_bases.Checkout, fresh), Times.Never);
    }

    [Fact]
    public Task A_revision_that_is_none() => _bases.RefusesAsync(
        "mian",
        "--base mian: there is neither such a file nor such a revision",
        "'git branch --all' lists the branches. A shallow clone has no others: 'git fetch --unshallow', or 'fetch-depth: 0' in a workflow, gets them.");

    [Fact]
    public Task A_revision_that_only_the_remote_has()
    {
        _bases.Git.Setup(git => git.CommitOfAsync(_bases.Checkout, "origin/release", It.IsAny<CancellationToken>())).ReturnsAsync(BasePlansFixture.Commit);

        return _bases.RefusesAsync("release", "--base release: there is neither such a file nor such a revision", "There is 'origin/release'.");
    }

    [Fact]
    public Task A_folder_that_is_no_checkout()
    {
        _bases.Git.Setup(git => git.CheckoutOfAsync(_bases.Project, It.IsAny<CancellationToken>())).ReturnsAsync((string?)null);

        return _bases.RefusesAsync("main", $"--base main: there is no such file, and '{_bases.Project}' is in no git checkout that could have such a revision");
    }

    [Fact]
    public Task A_revision_from_before_the_program()
    {
        _bases.Git.Setup(git => git.HasFileAsync(_bases.Checkout, BasePlansFixture.Commit, "platform/run", It.IsAny<CancellationToken>())).ReturnsAsync(false);

        return _bases.RefusesAsync("main", "--base main: the revision has no ./run that could plan it", "Give --base a file with a plan instead.");
    }
}
