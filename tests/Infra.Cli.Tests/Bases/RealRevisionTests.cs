using Infra.Cli.Bases;
using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Cli.Tests.Bases;

/// <summary>A real repository, whose <c>run</c> prints a plan with what it was called with and what its revision has.</summary>
public sealed class RealRevisionTests : IAsyncLifetime, IDisposable
{
    private const string Script =
        """
        echo "building $(cat version)" >&2
        case $(cat version) in
          broken) echo "error: the build failed." >&2; exit 3 ;;
          endless) echo started >&2; sleep 600 & wait ;;
        esac
        printf '{"schemaVersion": 1, "project": "p", "stack": "%s of %s", "resources": []}\n' "$2" "$(cat version)"
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _folder.Dispose();

    public async Task InitializeAsync()
    {
        _folder.Write("repo/Pulumi.yaml", "name: p\n");
        _folder.Write("repo/Pulumi.dev.yaml", "");
        _folder.Write("repo/run", Script);
        // A hook that would spoil every worktree, were it run.
        _folder.Write("repo/hooks/post-checkout", "#!/bin/sh\nexit 1\n");
        await GitAsync("init", "--quiet", "--initial-branch", "main");
        await GitAsync("config", "core.hooksPath", _folder.Combine("repo", "hooks"));
        foreach (var version in (string[])["one", "broken", "endless", "two"])
        {
            _folder.Write("repo/version", version);
            await GitAsync("add", "--all");
            await GitAsync("commit", "--quiet", "--message", version);
            await GitAsync("tag", $"v-{version}");
        }
        _folder.Write("repo/version", "not committed");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_plan_is_of_the_revision()
    {
        var (one, _) = await ReadAsync("v-one");
        var (two, _) = await ReadAsync("main");

        Assert.Equal(("dev of one", "dev of two"), (one!.Plan.Stack, two!.Plan.Stack));
        Assert.Matches(@"\Av-one \([0-9a-f]{7}\)\z", one.Name);
        Assert.Contains("\n  building two\n", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal("not committed", await File.ReadAllTextAsync(_folder.Combine("repo", "version")));
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task One_that_fails_leaves_nothing()
    {
        var (found, exitCode) = await ReadAsync("v-broken");

        Assert.Equal((null, 3), (found, exitCode));
        Assert.Contains("\n  error: the build failed.\nerror: v-broken (", _error.ToString(), StringComparison.Ordinal);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task One_that_is_stopped_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var program = new StoppedWhenStarted(stop);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync("v-endless", program, stop.Token));
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task A_name_that_looks_like_an_option_is_a_name()
    {
        var refused = await Assert.ThrowsAsync<UsageException>(() => ReadAsync("--all"));

        Assert.Equal("--base --all: there is neither such a file nor such a revision", refused.Message);
    }

    [Fact]
    public async Task A_folder_without_a_repository()
    {
        Assert.Null(await new Git().CheckoutOfAsync(_folder.Path, CancellationToken.None));
        Assert.Equal(_folder.Combine("repo"), await new Git().CheckoutOfAsync(_folder.Combine("repo", "hooks"), CancellationToken.None));
    }

    private async Task NothingIsLeftAsync()
    {
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Combine("cache", "worktrees")));
        Assert.Single((await GitAsync("worktree", "list")).TrimEnd().Split('\n'));
    }

    private Task<(BasePlan? Base, int ExitCode)> ReadAsync(string revision, IRevisionProgram? program = null, CancellationToken stop = default)
    {
        var terminal = new Terminal(new TextChannel(TextWriter.Null, colour: false), new TextChannel(_error, colour: false), () => Stream.Null);
        var revisions = new RevisionPlans(terminal, new Git(), program ?? new RevisionProgram(), () => new BasePlanCache(_folder.Combine("cache")));
        return new BasePlans(terminal, () => new ProjectFolder(_folder.Combine("repo")), revisions)
            .ReadAsync("--base", revision, new PlanRequest { Environment = "dev" }, new Plan { Project = "p", Stack = "dev" }, stop);
    }

    private async Task<string> GitAsync(params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(
            "git", ["-c", "user.name=test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false", .. arguments], _folder.Combine("repo"));

        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    /// <summary>Ctrl-C, as soon as the program runs.</summary>
    private sealed class StoppedWhenStarted(CancellationTokenSource stop) : IRevisionProgram
    {
        private readonly RevisionProgram _program = new();

        public Task<(int ExitCode, string Output)> RunAsync(string folder, IReadOnlyList<string> arguments, Action<string> progress, CancellationToken cancellation) =>
            _program.RunAsync(
                folder,
                arguments,
                line =>
                {
                    if (line == "started")
                    {
                        stop.Cancel();
                    }
                },
                cancellation);
    }
}
