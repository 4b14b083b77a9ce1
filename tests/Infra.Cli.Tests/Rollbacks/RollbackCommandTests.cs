using Infra.Automation.Engine;
using Infra.Cli.Doctor;
using Infra.Cli.Rollbacks;
using Infra.Cli.Tests.EndToEnd;
using Moq;

namespace Infra.Cli.Tests.Rollbacks;

/// <summary>The command over the shipped environments, with a history that the test tells.</summary>
public sealed class RollbackCommandTests : IDisposable
{
    private const string Prod = "Pulumi.prod.yaml";
    private const string Old = "1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string Older = "2222222bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    private readonly Checkout _checkout = new();
    private readonly Mock<IFileHistory> _git = new(MockBehavior.Strict);

    public RollbackCommandTests()
    {
        _git.Setup(git => git.CheckoutOfAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(_checkout.Root);
        _git.Setup(git => git.IsChangedAsync(_checkout.Root, Prod, It.IsAny<CancellationToken>())).ReturnsAsync(false);
        _git.Setup(git => git.CommitsOfFileAsync(_checkout.Root, Prod, It.IsAny<CancellationToken>())).ReturnsAsync([Old, Older]);
        History(Old, Source("1"));
        History(Older, Source("0"));
        _checkout.Outside = new OutsideWorld(_git.Object, Mock.Of<IProbes>(MockBehavior.Strict), (_, _) => Task.FromException<IStackEngine>(new InvalidOperationException("rollback starts no engine")));
        _checkout.Write(Prod, Source("2"));
    }

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("", "1", "1111111")]
    [InlineData("--to 0", "0", "2222222")]
    [InlineData("--to s3://models/image-classifier/0", "0", "2222222")]
    public async Task A_model_goes_back_and_one_line_says_so(string options, string version, string commit)
    {
        var result = await _checkout.RunAsync(["rollback", "prod", "--model", "image-classifier", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((0, $"Pulumi.prod.yaml: written as it was in {commit}; 'git diff' shows the lines, './run up prod' does it"), (result.ExitCode, result.Error.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal(Source(version), File.ReadAllText(_checkout.Path(Prod)));
        Assert.Contains($"    source.s3Path: \"models/image-classifier/2\" → \"models/image-classifier/{version}\"\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_and_asks_nobody_about_uncommitted_changes()
    {
        _git.Setup(git => git.IsChangedAsync(_checkout.Root, Prod, It.IsAny<CancellationToken>())).ReturnsAsync(true);

        var result = await _checkout.RunAsync("rollback", "prod", "--model", "image-classifier", "--dry-run");

        Assert.Equal((0, "Pulumi.prod.yaml: left as it is (--dry-run); it would say what it said in 1111111"), (result.ExitCode, result.Error.TrimEnd('\n').Split('\n')[^1]));
        Assert.Equal(Source("2"), File.ReadAllText(_checkout.Path(Prod)));
    }

    [Fact]
    public async Task The_whole_file_goes_back_to_a_revision()
    {
        _git.Setup(git => git.CommitOfAsync(_checkout.Root, "v1", It.IsAny<CancellationToken>())).ReturnsAsync(Older);

        var result = await _checkout.RunAsync("rollback", "prod", "--config", "v1");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Source("0"), File.ReadAllText(_checkout.Path(Prod)));
    }

    // A bucket that the past didn't have: going back deletes it.
    [Fact]
    public async Task A_loss_of_data_comes_first()
    {
        History(Old, Source("2"));
        _checkout.Replace(Prod, "    buckets:\n", "    buckets:\n      - name: more\n");
        _git.Setup(git => git.CommitOfAsync(_checkout.Root, "HEAD~1", It.IsAny<CancellationToken>())).ReturnsAsync(Old);

        var result = await _checkout.RunAsync("rollback", "prod", "--config", "HEAD~1", "--dry-run");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\nDATA LOSS\n! ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_that_are_not_committed_are_in_the_way_unless_somebody_says_so()
    {
        _git.Setup(git => git.IsChangedAsync(_checkout.Root, Prod, It.IsAny<CancellationToken>())).ReturnsAsync(true);

        var refused = await _checkout.RunAsync("rollback", "prod", "--model", "image-classifier");
        var allowed = await _checkout.RunAsync("rollback", "prod", "--model", "image-classifier", "--allow-uncommitted");

        Assert.Equal(
            (2, "", "error: Pulumi.prod.yaml has changes that aren't committed, which a rollback could mix with its own\n  Commit them, or say --allow-uncommitted.\n"),
            (refused.ExitCode, refused.Output, refused.Error));
        Assert.Equal((0, Source("1")), (allowed.ExitCode, File.ReadAllText(_checkout.Path(Prod))));
    }

    [Theory]
    [InlineData("prod", "error: 'rollback' needs --model NAME or --config REVISION, and not both\n  './run rollback --help' shows the usage.\n")]
    [InlineData("prod --model a --config b", "error: 'rollback' needs --model NAME or --config REVISION, and not both\n  './run rollback --help' shows the usage.\n")]
    [InlineData("prod --config b --to 3", "error: --to names a version of a model; add --model NAME, or leave it out\n")]
    [InlineData("prod --model nobody", "error: Pulumi.prod.yaml has no model 'nobody' with a version of its own\n")]
    [InlineData("prod --model image-classifier --to 9", "error: --to 9: the history of Pulumi.prod.yaml has no such version of 'image-classifier'; there were: s3://models/image-classifier/1, s3://models/image-classifier/0\n")]
    [InlineData("prod --config gone", "error: --config gone: there is no such revision\n  'git log --oneline -- Pulumi.prod.yaml' lists those that changed the file. A shallow clone has few: 'git fetch --unshallow'.\n")]
    public async Task What_can_not_be_done_is_said(string options, string error)
    {
        _git.Setup(git => git.CommitOfAsync(_checkout.Root, "gone", It.IsAny<CancellationToken>())).ReturnsAsync((string?)null);

        var result = await _checkout.RunAsync(["rollback", .. options.Split(' ')]);

        Assert.Equal((2, "", error), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(Source("2"), File.ReadAllText(_checkout.Path(Prod)));
    }

    private static string Source(string version) => File.ReadAllText(TestKit.RepositoryRoot.Combine(Prod))
        .Replace("source: s3://models/image-classifier\n", $"source: s3://models/image-classifier/{version}   # tried in dev\n", StringComparison.Ordinal);

    private void History(string commit, string text) => _git.Setup(git => git.TextAsync(_checkout.Root, commit, Prod, It.IsAny<CancellationToken>())).ReturnsAsync(text);
}
