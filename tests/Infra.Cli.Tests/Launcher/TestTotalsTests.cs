namespace Infra.Cli.Tests.Launcher;

/// <summary>./run test: one line that adds up every test project, and an exit code that agrees with it.</summary>
[Collection(nameof(OneAtATime))]
public sealed class TestTotalsTests : IDisposable
{
    private readonly LauncherFixture _checkout = new();

    public TestTotalsTests()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        _checkout.Write(
            "Infra.sln",
            """
            Project("{FAE0}") = "Infra.Core", "infra\Infra.Core\Infra.Core.csproj", "{1}"
            Project("{FAE0}") = "A.Tests", "tests\A.Tests\A.Tests.csproj", "{2}"
            Project("{FAE0}") = "B.Tests", "tests\embedded\B.Tests\B.Tests.csproj", "{3}"
            """);
        Results("A", total: 5, executed: 4, passed: 4);
        Results("B", total: 3, executed: 3, passed: 3);
    }

    public void Dispose() => _checkout.Dispose();

    [SkippableFact]
    public async Task It_adds_up_all_projects()
    {
        var result = await _checkout.RunAsync("test");

        Assert.Equal((0, "7 passed, 0 failed, 1 skipped\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Contains("build Infra.sln --nologo -v quiet -c Debug -p:Platform=Any CPU -p:PulumiSdk=embedded", _checkout.Calls);
    }

    [SkippableFact]
    public async Task The_lock_is_for_the_build_alone()
    {
        // A test run that hangs must not stop others from building.
        await _checkout.RunAsync("test");

        Assert.Equal(["build: locked", "test: free", "test: free"], File.ReadAllLines(_checkout.PathOf("locks")));
    }

    [SkippableFact]
    public async Task A_failed_test_fails()
    {
        Results("B", total: 3, executed: 3, passed: 1);
        _checkout.Write("B.Tests.exit", "1");
        var result = await _checkout.RunAsync("test");

        Assert.Equal((1, "5 passed, 2 failed, 1 skipped\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [SkippableFact]
    public async Task A_project_that_crashes_is_a_failure()
    {
        File.Delete(_checkout.PathOf("B.Tests.trx"));
        _checkout.Write("B.Tests.exit", "134");
        var result = await _checkout.RunAsync("test");

        Assert.Equal((1, "4 passed, 1 failed, 1 skipped\n", "error: B.Tests did not finish.\n"), (result.ExitCode, result.Output, result.Error));
    }

    [SkippableFact]
    public async Task A_project_without_tests_is_a_failure()
    {
        File.Delete(_checkout.PathOf("A.Tests.trx"));
        var result = await _checkout.RunAsync("test");

        Assert.Equal((1, "3 passed, 1 failed, 0 skipped\n", "error: A.Tests ran no tests.\n"), (result.ExitCode, result.Output, result.Error));
    }

    [SkippableFact]
    public async Task With_a_filter_a_project_may_have_nothing_to_run()
    {
        File.Delete(_checkout.PathOf("A.Tests.trx"));
        var result = await _checkout.RunAsync("test", "--filter", "Name=x y");

        Assert.Equal((0, "3 passed, 0 failed, 0 skipped\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Contains(_checkout.Calls, call => call.EndsWith("trx;LogFileName=A.Tests.trx --filter Name=x y", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_filter_that_matches_nothing_at_all_is_a_failure()
    {
        File.Delete(_checkout.PathOf("A.Tests.trx"));
        File.Delete(_checkout.PathOf("B.Tests.trx"));
        var result = await _checkout.RunAsync("test", "--filter", "none");

        Assert.Equal((1, "0 passed, 0 failed, 0 skipped\n", "error: no test matches.\n"), (result.ExitCode, result.Output, result.Error));
    }

    private void Results(string project, int total, int executed, int passed) => _checkout.Write(
        $"{project}.Tests.trx",
        $"""
        <TestRun>
          <ResultSummary outcome="Completed">
            <Counters total="{total}" executed="{executed}" passed="{passed}" failed="{executed - passed}" error="0" />
          </ResultSummary>
        </TestRun>
        """);
}
