using Infra.Planning.Model;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary>What render writes where, and how it ends.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();
    private readonly TemporaryFolder _folder = new();

    public RenderCommandTests() => _cli.Plan = environment => new PlanResult { Plan = WithNamespace(environment, "inference") };

    public void Dispose()
    {
        _cli.Dispose();
        _folder.Dispose();
    }

    private string Out => _folder.Combine("out");

    [Fact]
    public async Task The_folder_holds_the_manifests_and_the_report_says_so()
    {
        var result = await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal((0, $"dev: 1 object and 0 releases in 1 step\n  {Path.Combine(Out, "README.md")} has the commands\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(["01-objects/namespace.inference.yaml", "README.md", "index.json"], Files());
        Assert.Equal(
            """
            # urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::n
            # Rendered from the environment 'dev'; changes belong there.
            apiVersion: v1
            kind: Namespace
            metadata:
              name: inference

            """,
            Read("01-objects/namespace.inference.yaml"));
        Assert.Equal([Out], Directory.GetFileSystemEntries(_folder.Path)); // nothing is left beside it
    }

    [Fact]
    public async Task It_asks_for_a_preview_and_for_a_rendered_plan_of_the_same_request()
    {
        await _cli.RunAsync("render", "dev", "--out", Out, "-c", "a=b");

        Assert.Equal([false, true], _cli.Requests.Select(request => request.Rendered));
        Assert.Equal(_cli.Requests[0], _cli.Requests[1] with { Rendered = false });
    }

    [Fact]
    public async Task Json_is_the_index_and_nothing_else()
    {
        var result = await _cli.RunAsync("render", "dev", "--out", Out, "--json");

        Assert.Equal((0, Read("index.json"), ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal("01-objects/namespace.inference.yaml", (string?)JObject.Parse(result.Output).SelectToken("steps[0].files[0].file"));
    }

    [Fact]
    public async Task What_is_invented_is_counted()
    {
        var calls = 0;
        _cli.Plan = environment => new PlanResult { Plan = calls++ == 0 ? WithNamespace(environment, null) : WithNamespace(environment, "n-invented") };
        var result = await _cli.RunAsync("render", "dev", "-o", Out);

        Assert.Equal(
            (0, $"dev: 1 object and 0 releases in 1 step\n  1 value invented and 0 redacted: not to be applied as they are\n  {Path.Combine(Out, "README.md")} has the commands\n"),
            (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task A_second_rendering_replaces_the_first_and_the_same_gives_the_same_bytes()
    {
        await _cli.RunAsync("render", "dev", "--out", Out);
        var first = Files().Select(Read).ToArray();
        await _cli.RunAsync("render", "dev", "--out", Out);
        Assert.Equal(first, Files().Select(Read));

        _cli.Plan = environment => new PlanResult { Plan = WithNamespace(environment, "other") };
        await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal(["01-objects/namespace.other.yaml", "README.md", "index.json"], Files());
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("01-objects/mine.yaml")]
    [InlineData(".git/config")]
    public async Task A_folder_with_something_else_in_it_stays_as_it_is(string file)
    {
        _folder.Write($"out/{file}", "mine");
        var result = await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal(
            (2, "", $"error: '{Out}' holds '{file}', which render didn't make; it would be lost\n  Name a new or empty folder, or one that holds nothing but an earlier rendering.\n"),
            (result.ExitCode, result.Output, result.Error));
        Assert.Equal([file], Files());
        Assert.Empty(_cli.Requests);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("[1]")]
    [InlineData("""{"steps": [{"files": [{"file": 1}]}]}""")]
    public async Task A_file_that_only_looks_like_the_index_is_no_permission(string index)
    {
        _folder.Write("out/index.json", index);
        _folder.Write("out/mine.yaml", "mine");
        var result = await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(["index.json", "mine.yaml"], Files());
    }

    [Fact]
    public async Task A_file_added_to_a_rendering_is_not_lost()
    {
        await _cli.RunAsync("render", "dev", "--out", Out);
        _folder.Write("out/01-objects/mine.yaml", "mine");

        Assert.StartsWith($"error: '{Out}' holds '01-objects/mine.yaml'", (await _cli.RunAsync("render", "dev", "--out", Out)).Error, StringComparison.Ordinal);
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
        _cli.Plan = environment => new PlanResult { Plan = WithNamespace(environment, null) };

        Assert.Equal(
            (3, "error: 'dev' can't be rendered; nothing was written\n"
                + "  urn:pulumi:dev::gpu-inference::kubernetes:core/v1:Namespace::n: metadata.name: unknown even to an update; give it a value that does not depend on being a preview\n"),
            await ErrorOfAsync("render", "dev", "--out", Out));
        Assert.Equal(["01-objects/namespace.inference.yaml", "README.md", "index.json"], Files());
    }

    [Fact]
    public async Task A_failed_program_writes_nothing_and_says_everything_once()
    {
        var warning = new PlanDiagnostic(DiagnosticSeverity.Warning, "P3 is a legacy");
        _cli.Plan = environment => _cli.Requests.Count == 1
            ? new PlanResult { Plan = WithNamespace(environment, "a"), Diagnostics = [warning] }
            : new PlanResult { Diagnostics = [warning, new PlanDiagnostic(DiagnosticSeverity.Error, "only in an update")] };

        Assert.Equal(
            (3, "Diagnostics:\n  stack:\n    warning: P3 is a legacy\nDiagnostics:\n  stack:\n    error: only in an update\nerror: the program failed for 'dev'; there is no plan\n"),
            await ErrorOfAsync("render", "dev", "--out", Out));
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task It_needs_a_folder() => Assert.Equal(
        (2, "error: '--out' needs a value: --out <dir>\n  './run render --help' shows the usage.\n"),
        await ErrorOfAsync("render", "dev"));

    private static Plan WithNamespace(string environment, string? name)
    {
        var plan = CommandLineFixture.PlanOf(environment);
        PlanValue Text(string text) => new PlanValue.String(text);
        var metadata = ValueMap.Create([KeyValuePair.Create("name", name is null ? PlanValue.Unknown.Instance : Text(name))]);
        return plan with
        {
            Resources =
            [
                .. plan.Resources,
                new PlannedResource
                {
                    Urn = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::kubernetes:core/v1:Namespace::n"),
                    Provider = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::pulumi:providers:kubernetes::k8s"),
                    Inputs = ValueMap.Create(
                    [
                        KeyValuePair.Create("apiVersion", Text("v1")),
                        KeyValuePair.Create("kind", Text("Namespace")),
                        KeyValuePair.Create<string, PlanValue>("metadata", new PlanValue.Object(metadata)),
                    ]),
                },
            ],
        };
    }

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
