namespace Infra.Cli.Tests.Launcher;

/// <summary>.ci/run: what failed stands before the last line, and counts in it.</summary>
[Collection(nameof(OneAtATime))]
public sealed class CiTests : IDisposable
{
    private readonly LauncherFixture _checkout = new();

    public CiTests()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        _checkout.Write("Infra.sln", """Project("{FAE0}") = "A.Tests", "tests\A.Tests\A.Tests.csproj", "{2}" """);
        Results(passed: 5);
    }

    public void Dispose() => _checkout.Dispose();

    [SkippableFact]
    public async Task All_is_well()
    {
        var result = await _checkout.RunCiAsync([]);

        Assert.Equal((0, "program: first [preview] [dev]\n5 passed, 0 failed, 0 skipped\n"), (result.ExitCode, result.Output));
    }

    [SkippableTheory]
    [InlineData("FAKE_EXIT", "2", "error: './run preview dev' failed.\n5 passed, 1 failed, 0 skipped\n")]
    [InlineData("FAKE_FORMAT_EXIT", "2", "error: './run format --check' failed.\n5 passed, 1 failed, 0 skipped\n")]
    public async Task A_failed_step_is_named_and_counted(string variable, string value, string end)
    {
        var result = await _checkout.RunCiAsync(new() { [variable] = value });

        Assert.Equal((1, $"program: first [preview] [dev]\n{end}"), (result.ExitCode, result.Output));
    }

    [SkippableFact]
    public async Task Failed_tests_are_counted_as_they_are()
    {
        Results(passed: 3);
        _checkout.Write("A.Tests.exit", "1");
        var result = await _checkout.RunCiAsync([]);

        Assert.Equal((1, "program: first [preview] [dev]\nerror: './run test' failed.\n3 passed, 2 failed, 0 skipped\n"), (result.ExitCode, result.Output));
    }

    [SkippableFact]
    public async Task A_failed_build_names_every_step()
    {
        var result = await _checkout.RunCiAsync(new() { ["FAKE_BUILD_ERROR"] = "a.cs(1,1): error CS1002: ; expected" });

        Assert.Equal(1, result.ExitCode);
        Assert.EndsWith("error: './run preview dev' failed.\nerror: './run test' failed.\n0 passed, 1 failed, 0 skipped\n", result.Output);
    }

    private void Results(int passed) => _checkout.Write(
        "A.Tests.trx", $"""<Counters total="5" executed="5" passed="{passed}" failed="{5 - passed}" error="0" />""");
}
