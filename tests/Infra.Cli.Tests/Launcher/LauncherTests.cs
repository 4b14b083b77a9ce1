namespace Infra.Cli.Tests.Launcher;

/// <summary>./run: when it builds, and that it otherwise only starts the program.</summary>
[Collection(nameof(OneAtATime))]
public sealed class LauncherTests : IDisposable
{
    private readonly LauncherFixture _checkout = new();

    public LauncherTests() => Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");

    public void Dispose() => _checkout.Dispose();

    [SkippableFact]
    public async Task The_first_run_builds_and_starts_the_program()
    {
        var result = await _checkout.RunAsync("preview", "an argument", "");

        Assert.Equal((0, "program: first [preview] [an argument] []\n", "building gpu-inference ...\n"), (result.ExitCode, result.Output, result.Error));
    }

    [SkippableFact]
    public async Task The_second_run_only_starts_the_program()
    {
        await _checkout.RunAsync("preview");
        var before = _checkout.Calls.Length;
        var result = await _checkout.RunAsync("preview");

        Assert.Equal((0, "program: first [preview]\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.StartsWith("exec ", Assert.Single(_checkout.Calls[before..]));
    }

    [SkippableFact]
    public async Task The_program_s_exit_code_is_the_script_s()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_EXIT"] = "2" });

        Assert.Equal(2, result.ExitCode);
    }

    [SkippableTheory]
    [InlineData("infra/Program.cs")]
    [InlineData("components/a.cs")]
    [InlineData("embedded/a.cs")]
    [InlineData("stacks/New.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("BannedSymbols.txt")]
    [InlineData("BannedSymbols.Pure.txt")]
    [InlineData("global.json")]
    [InlineData("run")]
    public async Task A_changed_or_new_input_is_built(string file)
    {
        await _checkout.RunAsync();
        File.AppendAllText(_checkout.PathOf(file), "\n# changed\n");
        await _checkout.RunAsync();

        Assert.Equal(2, _checkout.Builds.Count());
    }

    [SkippableTheory]
    [InlineData("README.md")]
    [InlineData("stacks/README.md")]
    [InlineData("tests/A.cs")]
    [InlineData("Pulumi.dev.yaml")]
    [InlineData("infra/obj/project.assets.json")]
    [InlineData("infra/.vs/state")]
    [InlineData("infra/.idea/workspace.xml")]
    [InlineData("infra/.DS_Store")]
    [InlineData("infra/Program.cs~")]
    [InlineData("infra/.Program.cs.swp")]
    [InlineData("infra/#Program.cs#")]
    [InlineData("infra/Infra.Cli.csproj.user")]
    public async Task What_the_program_is_not_made_of_is_not_built(string file)
    {
        await _checkout.RunAsync();
        _checkout.Write(file, "changed");
        await _checkout.RunAsync();

        Assert.Single(_checkout.Builds);
    }

    [SkippableFact]
    public async Task A_deleted_source_is_seen()
    {
        await _checkout.RunAsync();
        File.Delete(_checkout.PathOf("stacks/a.cs"));
        await _checkout.RunAsync();

        Assert.Equal(2, _checkout.Builds.Count());
    }

    [SkippableFact]
    public async Task A_renamed_source_is_seen()
    {
        await _checkout.RunAsync();
        File.Move(_checkout.PathOf("stacks/a.cs"), _checkout.PathOf("stacks/b.cs"));
        await _checkout.RunAsync();

        Assert.Equal(2, _checkout.Builds.Count());
    }

    [SkippableFact]
    public async Task A_source_with_an_old_time_is_seen()
    {
        await _checkout.RunAsync();
        File.SetLastWriteTimeUtc(_checkout.Write("infra/Program.cs", "second"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var result = await _checkout.RunAsync();

        Assert.Equal("program: second\n", result.Output);
    }

    [SkippableFact]
    public async Task Going_back_to_sources_that_were_built_needs_no_build()
    {
        await _checkout.RunAsync();
        _checkout.Write("infra/Program.cs", "second");
        await _checkout.RunAsync();
        _checkout.Write("infra/Program.cs", "first");
        var result = await _checkout.RunAsync();

        Assert.Equal("program: first\n", result.Output);
        Assert.Equal(2, _checkout.Builds.Count());
    }

    [SkippableFact]
    public async Task Another_SDK_makes_another_program()
    {
        _checkout.InstallSdk("10.0.100");
        await _checkout.RunAsync();
        await _checkout.RunAsync();
        Assert.Single(_checkout.Builds);
        _checkout.InstallSdk("10.0.200");
        await _checkout.RunAsync();

        Assert.Equal(2, _checkout.Builds.Count());
    }

    [SkippableFact]
    public async Task Sources_that_can_t_be_read_are_no_sources()
    {
        Directory.Delete(_checkout.PathOf("embedded"), recursive: true);
        var result = await _checkout.RunAsync();

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("error: can't read all sources of the program.\n", result.Error);
        Assert.Empty(_checkout.Builds);
    }

    [SkippableFact]
    public async Task It_works_from_any_folder()
    {
        var result = await _checkout.RunInAsync("/", [], "preview");

        Assert.Equal((0, "program: first [preview]\n"), (result.ExitCode, result.Output));
    }

    [SkippableFact]
    public async Task The_user_s_choice_of_a_build_does_not_reach_it()
    {
        await _checkout.RunInAsync(_checkout.Root, new() { ["PulumiSdk"] = "pulumi", ["Configuration"] = "Debug", ["Platform"] = "x64" });

        Assert.Contains(" -c Release -p:Platform=AnyCPU -p:PulumiSdk=embedded ", Assert.Single(_checkout.Builds));
    }

    [SkippableFact]
    public async Task An_edit_during_the_build_is_built_too()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_EDITS"] = "1" });

        Assert.Equal((0, "program: first+edited\n"), (result.ExitCode, result.Output));
        Assert.Equal("building gpu-inference ...\nthe sources changed meanwhile; building again ...\n", result.Error);
        _checkout.Write("infra/Program.cs", "first");
        Assert.Equal("program: first\n", (await _checkout.RunAsync()).Output);
    }

    [SkippableFact]
    public async Task Edits_during_every_build_are_an_error()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_EDITS"] = "9" });

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("error: the sources changed during every build.\n  Run the command again when nothing writes to the checkout.\n", result.Error);
        Assert.Equal(3, _checkout.Builds.Count());
    }

    [SkippableFact]
    public async Task A_failed_build_shows_why_and_leaves_nothing_behind()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_BUILD_ERROR"] = "a.cs(1,1): error CS1002: ; expected" });

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal("building gpu-inference ...\na.cs(1,1): error CS1002: ; expected\nerror: the build failed.\n", result.Error);
        Assert.Equal("program: first\n", (await _checkout.RunAsync()).Output);
    }

    [SkippableFact]
    public async Task Without_the_ahead_of_time_compiler_it_builds_without()
    {
        var error = "error NU1101: Unable to find package microsoft.netcore.app.crossgen2.linux-x64.";
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_BUILD_ERROR"] = error });

        Assert.Equal((0, "program: first\n"), (result.ExitCode, result.Output));
        Assert.Equal("building gpu-inference ...\nnote: this feed has no ReadyToRun compiler for this platform; the program will start more slowly.\n", result.Error);
    }

    [SkippableFact]
    public async Task Without_dotnet_it_says_what_to_install()
    {
        // Only what the script itself needs, and no dotnet.
        var tools = Directory.CreateDirectory(_checkout.PathOf("tools")).FullName;
        foreach (var tool in (string[])["dirname", "rm", "cat"])
        {
            File.CreateSymbolicLink(Path.Combine(tools, tool), File.Exists($"/usr/bin/{tool}") ? $"/usr/bin/{tool}" : $"/bin/{tool}");
        }
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["PATH"] = tools }, "preview", "dev");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "error: the .NET SDK is not installed, or 'dotnet' is not on the PATH.\n  Install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0\n",
            result.Error);
    }

    [SkippableFact]
    public async Task With_an_SDK_that_does_not_fit_it_says_what_to_install()
    {
        var result = await _checkout.RunInAsync(_checkout.Root, new() { ["FAKE_NO_SDK"] = "1" }, "preview", "dev");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "error: no installed .NET SDK satisfies global.json, which asks for 10.0.100.\n" +
            "  Install the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0\n" +
            "  'dotnet --list-sdks' shows what is installed.\n",
            result.Error);
    }
}
