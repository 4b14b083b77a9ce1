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

        Assert.Equal((0, $"dev: 1 object in 1 step\n  {Path.Combine(Out, "README.md")} has the commands\n", ""), (result.ExitCode, result.Output, result.Error));
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
            (0, $"dev: 1 object in 1 step\n  1 invented value: not to be applied like this\n  {Path.Combine(Out, "README.md")} has the commands\n"),
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
            return new PlanResult { Plan = WithNamespace(environment, "a") };
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
    public async Task The_source_is_told_with_the_keys_that_the_command_line_sets_and_never_their_values()
    {
        await _cli.RunAsync("render", "dev", "--out", Out, "--config-file", "other.yaml", "-c", "token=hunter2", "-c", "a=b", "-c", "a=c");

        Assert.Contains("\nRendered from `other.yaml` with `token`, `a` set on the command line. The folder", Read("README.md"), StringComparison.Ordinal);
        Assert.Equal(("other.yaml", "token,a"), (JObject.Parse(Read("index.json")) is var index ? (string?)index["source"] : null, string.Join(',', index["overridden"]!)));
        Assert.DoesNotContain("hunter2", string.Concat(Files().Select(Read)), StringComparison.Ordinal);

        await _cli.RunAsync("render", "dev", "--out", Out);
        Assert.Contains("\nRendered from `Pulumi.dev.yaml`. The folder", Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_and_a_definition_come_first_although_the_program_does_not_say_so()
    {
        _cli.Plan = environment => new PlanResult { Plan = WithObjects(environment) };
        var result = await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.Equal((0, $"dev: 4 objects in 2 steps\n  {Path.Combine(Out, "README.md")} has the commands\n"), (result.ExitCode, result.Output));
        Assert.Equal(
            [
                "01-objects/customresourcedefinition.pools.acme.com.yaml",
                "01-objects/namespace.inference.yaml",
                "02-objects/configmap.inference.a.yaml",
                "02-objects/pool.acme.com.gpu.yaml",
                "README.md",
                "index.json",
            ],
            Files());
    }

    [Fact]
    public async Task An_environment_without_a_cluster_has_nothing_to_count()
    {
        _cli.Plan = environment => new PlanResult { Plan = CommandLineFixture.PlanOf(environment) };

        Assert.Equal($"dev: nothing in a cluster\n  {Path.Combine(Out, "README.md")} has the commands\n", (await _cli.RunAsync("render", "dev", "--out", Out)).Output);
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

    /// <summary>What needs something comes before it, and nothing says that it depends on anything.</summary>
    private static Plan WithObjects(string environment)
    {
        var plan = CommandLineFixture.PlanOf(environment);
        PlannedResource Object(string type, string apiVersion, string kind, string metadata, string more = "") => new()
        {
            Urn = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::kubernetes:{type}::{kind.ToLowerInvariant()}"),
            Provider = Urn.Parse($"urn:pulumi:{environment}::gpu-inference::pulumi:providers:kubernetes::k8s"),
            Inputs = ((PlanValue.Object)Value(JObject.Parse($$"""{"apiVersion": "{{apiVersion}}", "kind": "{{kind}}", "metadata": {{{metadata}}}{{more}}}"""))).Properties,
        };
        return plan with
        {
            Resources =
            [
                .. plan.Resources,
                Object("acme.com/v1:Pool", "acme.com/v1", "Pool", "\"name\": \"gpu\""),
                Object("core/v1:ConfigMap", "v1", "ConfigMap", "\"name\": \"a\", \"namespace\": \"inference\""),
                Object("core/v1:Namespace", "v1", "Namespace", "\"name\": \"inference\""),
                Object(
                    "apiextensions.k8s.io/v1:CustomResourceDefinition", "apiextensions.k8s.io/v1", "CustomResourceDefinition", "\"name\": \"pools.acme.com\"",
                    """, "spec": {"group": "acme.com", "names": {"kind": "Pool"}}"""),
            ],
        };
    }

    private static PlanValue Value(JToken token) => token is JObject map
        ? new PlanValue.Object(ValueMap.Create(map.Properties().Select(property => KeyValuePair.Create(property.Name, Value(property.Value)))))
        : new PlanValue.String((string)token!);

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
