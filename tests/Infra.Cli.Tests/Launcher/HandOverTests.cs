using System.CommandLine;
using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Cli.Tests.Launcher;

/// <summary>./run: when it starts the program that the Pulumi engine can run, and what it builds for that.</summary>
[Collection(nameof(OneAtATime))]
public sealed partial class HandOverTests : IDisposable
{
    private const string MissingPackages = """
        Infra.Program.csproj : error NU1101: Unable to find package Pulumi.Aws. No packages exist with this id in source(s): Feed
        Infra.Program.csproj : error NU1101: Unable to find package Pulumi. No packages exist with this id in source(s): Feed
        Infra.Components.csproj : error NU1101: Unable to find package Pulumi. No packages exist with this id in source(s): Feed
        """;

    private readonly LauncherFixture _checkout = new();

    public HandOverTests() => Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");

    public void Dispose() => _checkout.Dispose();

    [SkippableFact]
    public async Task What_ends_in_the_embedded_program_builds_nothing_else()
    {
        var result = await _checkout.RunAsync("up", "dev");

        Assert.Equal((0, "program: first [up] [dev]\n", "building gpu-inference ...\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Contains(" -p:PulumiSdk=embedded ", Assert.Single(_checkout.Builds));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(130)]
    public async Task Its_exit_code_is_the_script_s(int exitCode)
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_EXIT"] = $"{exitCode}" }, "up", "dev");

        Assert.Equal((exitCode, 1), (result.ExitCode, _checkout.Builds.Count()));
    }

    [SkippableFact]
    public async Task When_it_hands_over_the_packages_build_gets_the_same_command_line()
    {
        var result = await HandOverAsync("--debug", "up", "an argument", "");

        Assert.Equal((0, "program: packages first [--debug] [up] [an argument] []\n"), (result.ExitCode, result.Output));
        Assert.Equal("building gpu-inference ...\nbuilding gpu-inference for the Pulumi engine ...\n", result.Error);
        Assert.Equal(["artifacts/launcher/programs/new", "artifacts/launcher/pulumi/programs/new"], _checkout.Builds.Select(build => build[(build.LastIndexOf(' ') + 1)..]));
    }

    [SkippableFact]
    public async Task Both_programs_are_kept()
    {
        await HandOverAsync("up", "dev");
        var result = await HandOverAsync("up", "dev");

        Assert.Equal(("program: packages first [up] [dev]\n", "", 2), (result.Output, result.Error, _checkout.Builds.Count()));
        Assert.False(Directory.Exists(_checkout.PathOf("artifacts/launcher/pulumi.lock")));
    }

    [SkippableFact]
    public async Task Any_other_command_is_not_asked()
    {
        var result = await HandOverAsync("preview", "up");

        Assert.Equal("program: first [preview] [up]\n", result.Output);
    }

    [SkippableFact]
    public async Task A_feed_without_the_packages_is_told_in_a_sentence()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_HANDS_OVER"] = "1", ["FAKE_PACKAGES_ERROR"] = MissingPackages }, "up", "dev");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            """
            building gpu-inference ...
            building gpu-inference for the Pulumi engine ...
            error: this feed lacks Pulumi, Pulumi.Aws (NU1101), and the Pulumi engine needs them; nothing was started.
              Point NuGet to a feed that has them; 'dotnet nuget list source' shows yours.
              What needs no engine needs no packages: ./run preview, ./run diff, ./run check.

            """,
            result.Error);
    }

    [SkippableFact]
    public async Task Another_failure_of_that_build_is_shown_whole()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_HANDS_OVER"] = "1", ["FAKE_PACKAGES_ERROR"] = "a.cs(1,1): error CS1002: ; expected" }, "up", "dev");

        Assert.Equal(3, result.ExitCode);
        Assert.EndsWith("\na.cs(1,1): error CS1002: ; expected\nerror: the build failed.\n", result.Error);
    }

    // A supervisor sends it to the script alone.
    [SkippableFact]
    public async Task A_signal_before_the_engine_starts_starts_none()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_HANDS_OVER"] = "1", ["FAKE_TERM"] = "1" }, "up", "dev");

        Assert.Equal((143, "", 1), (result.ExitCode, result.Output, _checkout.Builds.Count()));
    }

    [Fact]
    public void The_script_asks_exactly_the_commands_that_can_hand_over()
    {
        var script = File.ReadAllText(RepositoryRoot.Combine("run"));
        var root = new CommandLine(Terminal.OfProcess(), () => throw new InvalidOperationException("nothing runs here"), PlanSource.Of, EndToEnd.Checkout.NoNetwork).Root;

        Assert.Equal(
            root.Subcommands.Where(CommandLine.StartsEngine).Select(command => command.Name).Order(StringComparer.Ordinal),
            Asked().Match(script).Groups["names"].Value.Split(" | ").Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^ +(?<names>[a-z |]+)\) start_engine ", RegexOptions.Multiline)]
    private static partial Regex Asked();

    private Task<ProcessResult> HandOverAsync(params string[] arguments) => _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_HANDS_OVER"] = "1" }, arguments);
}
