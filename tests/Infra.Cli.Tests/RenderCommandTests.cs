using Infra.Planning.Model;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

/// <summary>What render writes where, and how it ends.</summary>
public sealed class RenderCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();
    private readonly TemporaryFolder _folder = new();

    public RenderCommandTests() => _cli.Plan = environment => new PlanResult { Plan = RenderedPlans.WithNamespace(environment, "inference") };

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
        _cli.Rendered = _cli.Plan;
        await _cli.RunAsync("render", "dev", "--out", Out, "-c", "a=b");

        Assert.Equal([false, true], _cli.Requests.Select(request => request.Rendered).Order());
        Assert.Single(_cli.Requests.Select(request => request with { Rendered = false, Waiting = null, Unknown = null }).Distinct());
        Assert.Single(_cli.Requests, request => request.Waiting is not null); // one of two that wait for the same
    }

    [Fact]
    public async Task A_program_that_meets_nothing_unknown_runs_once()
    {
        await _cli.RunAsync("render", "dev", "--out", Out);

        Assert.False(Assert.Single(_cli.Requests).Rendered);
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
        _cli.Plan = environment => new PlanResult { Plan = RenderedPlans.WithNamespace(environment, null) };
        _cli.Rendered = environment => new PlanResult { Plan = RenderedPlans.WithNamespace(environment, "n-invented") };
        var result = await _cli.RunAsync("render", "dev", "-o", Out);

        Assert.Equal(
            (0, $"dev: 1 object in 1 step\n  1 invented value: not to be applied like this\n  {Path.Combine(Out, "README.md")} has the commands\n"),
            (result.ExitCode, result.Output));
    }

    [Fact]
    public async Task The_source_is_told_with_the_keys_that_the_command_line_sets_and_never_their_values()
    {
        _folder.Write("other.yaml", "");
        var other = _folder.Combine("other.yaml");
        await _cli.RunAsync("render", "dev", "--out", Out, "--config-file", other, "-c", "token=hunter2", "-c", "a=b", "-c", "a=c");

        Assert.Contains($"\nRendered from `{other}` with `token`, `a` set on the command line. The folder", Read("README.md"), StringComparison.Ordinal);
        Assert.Equal((other, "token,a"), (JObject.Parse(Read("index.json")) is var index ? (string?)index["source"] : null, string.Join(',', index["overridden"]!)));
        Assert.DoesNotContain("hunter2", string.Concat(Files().Select(Read)), StringComparison.Ordinal);

        await _cli.RunAsync("render", "dev", "--out", Out);
        Assert.Contains("\nRendered from `Pulumi.dev.yaml`. The folder", Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_namespace_and_a_definition_come_first_although_the_program_does_not_say_so()
    {
        _cli.Plan = environment => new PlanResult { Plan = RenderedPlans.WithObjects(environment) };
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
    public async Task A_failed_program_writes_nothing_and_says_everything_once()
    {
        var warning = new PlanDiagnostic(DiagnosticSeverity.Warning, "P3 is a legacy");
        _cli.Plan = environment => new PlanResult { Plan = RenderedPlans.WithNamespace(environment, "a"), Diagnostics = [warning] };
        _cli.Rendered = environment => new PlanResult { Diagnostics = [warning, new PlanDiagnostic(DiagnosticSeverity.Error, "only in an update")] };

        Assert.Equal(
            (3, "Diagnostics:\n  stack:\n    warning: P3 is a legacy\nDiagnostics:\n  stack:\n    error: only in an update\nerror: the program failed for 'dev'; there is no plan\n"),
            await ErrorOfAsync("render", "dev", "--out", Out));
        Assert.False(Directory.Exists(Out));
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
