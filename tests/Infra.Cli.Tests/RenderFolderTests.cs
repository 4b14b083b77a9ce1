using Infra.TestKit;

namespace Infra.Cli.Tests;

/// <summary>Which folders render takes, and what becomes of what is in them.</summary>
public sealed class RenderFolderTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();
    private readonly TemporaryFolder _folder = new();

    public RenderFolderTests() => _cli.Plan = environment => new PlanResult { Plan = RenderedPlans.WithNamespace(environment, "inference") };

    public void Dispose()
    {
        _cli.Dispose();
        _folder.Dispose();
    }

    private string Out => _folder.Combine("out");

    [Fact]
    public async Task A_second_rendering_replaces_the_first_and_the_same_gives_the_same_bytes()
    {
        await _cli.RunAsync("render", "dev", "--out", Out);
        var first = Files().Select(Read).ToArray();
        await _cli.RunAsync("render", "dev", "--out", Out);
        Assert.Equal(first, Files().Select(Read));

        _cli.Plan = environment => new PlanResult { Plan = RenderedPlans.WithNamespace(environment, "other") };
        await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal(["01-objects/namespace.other.yaml", "README.md", "index.json"], Files());
    }

    [Theory]
    [InlineData("README.md", "README.md")]
    [InlineData("01-objects/mine.yaml", "01-objects/")]
    [InlineData(".git/config", ".git/")]
    public async Task A_folder_with_something_else_in_it_stays_as_it_is(string file, string named)
    {
        _folder.Write($"out/{file}", "mine");
        var result = await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal(
            (2, "", $"error: '{Out}' holds '{named}', which render didn't make; it would be lost\n  Name a new or empty folder, or one that holds nothing but an earlier rendering.\n"),
            (result.ExitCode, result.Output, result.Error));
        Assert.Equal([file], Files());
        Assert.Empty(_cli.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("[1]")]
    [InlineData("""{"steps": [{"files": [{"file": "mine.yaml"}]}]}""")]
    [InlineData("""{"schemaVersion": 1, "steps": {"files": "mine.yaml"}}""")]
    [InlineData("""{"schemaVersion": "1", "steps": []}""")]
    public async Task A_file_that_only_looks_like_the_index_is_no_permission(string index)
    {
        _folder.Write("out/index.json", index);
        _folder.Write("out/mine.yaml", "mine");
        var result = await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"error: '{Out}' holds 'index.json', which render didn't make; it would be lost\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(["index.json", "mine.yaml"], Files());
    }

    [Fact]
    public async Task A_file_added_to_a_rendering_is_not_lost()
    {
        await _cli.RunAsync("render", "dev", "--out", Out);
        _folder.Write("out/01-objects/mine.yaml", "mine");

        Assert.StartsWith($"error: '{Out}' holds '01-objects/mine.yaml'", (await _cli.RunAsync("render", "dev", "--out", Out)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"schemaVersion": 1, "steps": [{"files": [{"file": {}}]}]}""")]
    [InlineData("""{"schemaVersion": 1, "steps": [{"files": [{"file": 1}, {"file": null}, {}]}, 1, {"files": {}}]}""")]
    public async Task An_index_gives_permission_for_nothing_but_the_files_it_names(string index)
    {
        _folder.Write("out/index.json", index);
        _folder.Write("out/mine.yaml", "mine");

        Assert.StartsWith($"error: '{Out}' holds 'mine.yaml', which render didn't make", (await _cli.RunAsync("render", "dev", "--out", Out)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out/01-objects/empty", "01-objects/empty/")]
    [InlineData("out/empty", "empty/")]
    public async Task An_empty_folder_of_somebody_else_is_not_lost(string folder, string named)
    {
        await _cli.RunAsync("render", "dev", "--out", Out);
        Directory.CreateDirectory(_folder.Combine(folder));

        Assert.StartsWith($"error: '{Out}' holds '{named}', which render didn't make", (await _cli.RunAsync("render", "dev", "--out", Out)).Error, StringComparison.Ordinal);
        Assert.True(Directory.Exists(_folder.Combine(folder)));
    }

    [Fact]
    public async Task What_is_put_into_the_folder_while_the_program_runs_is_not_lost()
    {
        _cli.Plan = environment =>
        {
            _folder.Write("out/mine.yaml", "mine");
            return new PlanResult { Plan = RenderedPlans.WithNamespace(environment, "a") };
        };

        Assert.Equal(2, (await _cli.RunAsync("render", "dev", "--out", Out)).ExitCode);
        Assert.Equal(["mine.yaml"], Files());
    }

    [Fact]
    public async Task What_a_stopped_rendering_left_behind_is_called_that()
    {
        _folder.Write("out/.rendering-abc/new/README.md", "");

        Assert.Equal(
            (2, $"error: '{Out}' holds '.rendering-abc/', which a rendering that was stopped left behind\n  Delete that rendering, then render again.\n"),
            await ErrorOfAsync("render", "dev", "--out", Out));
    }

    [SkippableFact]
    public async Task The_folder_itself_stays_the_same()
    {
        Skip.If(OperatingSystem.IsWindows(), "what tells one folder from another here are its permissions");
        if (OperatingSystem.IsWindows())
        {
            return; // the analyzer knows only this form
        }

        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(Out);
        File.SetUnixFileMode(Out, Mode);

        await _cli.RunAsync("render", "dev", "--out", Out);
        await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal(Mode, File.GetUnixFileMode(Out));
        Assert.Equal(["01-objects", "README.md", "index.json"], Directory.EnumerateFileSystemEntries(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_name_is_no_folder(string name) => Assert.Equal(
        (2, "error: --out is empty; it needs the name of a folder\n"),
        await ErrorOfAsync("render", "dev", "--out", name));

    [SkippableFact]
    public async Task A_place_that_takes_no_folder_is_refused_in_words_for_people()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "other systems have other places");

        Assert.Equal(
            (2, "error: '/proc/foo' can't be used for --out: no folder can be made or changed there\n  Name a folder that you may write to, such as out/dev.\n"),
            await ErrorOfAsync("render", "dev", "--out", "/proc/foo"));
        var file = _folder.Write("file", "");
        Assert.Equal(
            (2, $"error: '{file}/out' can't be used for --out: no folder can be made or changed there\n  Name a folder that you may write to, such as out/dev.\n"),
            await ErrorOfAsync("render", "dev", "--out", $"{file}/out"));
        var (exitCode, error) = await ErrorOfAsync("render", "dev", "--out", "/");
        Assert.Equal(2, exitCode);
        Assert.Matches("^error: '/' holds '[^']+', which render didn't make; it would be lost\n", error);
    }

    [Fact]
    public async Task An_empty_folder_is_taken_and_a_file_is_not()
    {
        Directory.CreateDirectory(Out);
        Assert.Equal(0, (await _cli.RunAsync("render", "dev", "--out", Out)).ExitCode);

        var file = _folder.Write("file", "");
        Assert.Equal((2, $"error: '{file}' is a file; --out needs a folder\n"), await ErrorOfAsync("render", "dev", "--out", file));
    }

    [Fact]
    public async Task A_link_to_a_folder_stays_a_link()
    {
        Directory.CreateDirectory(_folder.Combine("real"));
        Directory.CreateSymbolicLink(Out, _folder.Combine("real"));

        Assert.Equal(0, (await _cli.RunAsync("render", "dev", "--out", Out)).ExitCode);
        Assert.NotNull(new DirectoryInfo(Out).LinkTarget);
        Assert.True(File.Exists(_folder.Combine("real", "index.json")));
    }

    [Fact]
    public async Task What_can_not_be_rendered_leaves_the_folder_alone()
    {
        await _cli.RunAsync("render", "dev", "--out", Out);
        _cli.Plan = environment => new PlanResult { Plan = RenderedPlans.WithNamespace(environment, null) };

        Assert.Equal(
            (3, "error: 'dev' can't be rendered; nothing was written\n"
                + "  urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::n: metadata.name: unknown even to an update; give it a value that does not depend on being a preview\n"),
            await ErrorOfAsync("render", "dev", "--out", Out));
        Assert.Equal(["01-objects/namespace.inference.yaml", "README.md", "index.json"], Files());
    }

    [Fact]
    public async Task It_needs_a_folder() => Assert.Equal(
        (2, "error: '--out' needs a value: --out <dir>\n  './run render --help' shows the usage.\n"),
        await ErrorOfAsync("render", "dev"));

    private async Task<(int ExitCode, string Error)> ErrorOfAsync(params string[] arguments)
    {
        var result = await _cli.RunAsync(arguments);
        Assert.Equal("", result.Output);
        return (result.ExitCode, result.Error);
    }

    private string[] Files() =>
        [.. Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Out, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private string Read(string file) => File.ReadAllText(Path.Combine(Out, file));
}
