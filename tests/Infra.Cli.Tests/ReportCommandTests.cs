using Infra.Core;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.TestKit;
using Newtonsoft.Json.Linq;

namespace Infra.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly CommandLineFixture _fixture = new();
    private readonly TemporaryFolder _folder = new();

    private string Out => _folder.Combine("new folder", "dev.html");

    public void Dispose()
    {
        _fixture.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_page_goes_to_a_file_and_a_line_to_standard_error()
    {
        var result = await _fixture.RunAsync("report", "dev", "--out", Out);

        var page = File.ReadAllText(Out);
        Assert.Equal((0, "", $"dev: {new FileInfo(Out).Length / 1024} KiB written\n"), (result.ExitCode, result.Output, result.Error));
        Assert.StartsWith("<!doctype html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<h1>dev</h1>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("compared with", page, StringComparison.Ordinal);
        Assert.Equal([Out], Directory.EnumerateFiles(Path.GetDirectoryName(Out)!));
    }

    [Fact]
    public async Task Markdown_and_JSON_go_to_standard_output_or_to_the_file()
    {
        var markdown = await _fixture.RunAsync("report", "dev", "--markdown");
        var json = await _fixture.RunAsync("report", "dev", "--json");
        var file = await _fixture.RunAsync("report", "dev", "--markdown", "--out", Out);

        Assert.Equal((0, ""), (markdown.ExitCode, markdown.Error));
        Assert.StartsWith("## dev\n\n### Placement\n", markdown.Output, StringComparison.Ordinal);
        Assert.Equal((0, "", markdown.Output), (file.ExitCode, file.Output, File.ReadAllText(Out)));
        Assert.Equal(["schemaVersion", "environment", "placement", "cost", "policy"], JObject.Parse(json.Output).Properties().Select(static property => property.Name));
    }

    [Fact]
    public async Task What_is_compared_is_in_all_forms()
    {
        var before = CommandLineFixture.PlanOf("dev");
        using var text = new StringWriter();
        PlanJson.Write(before with { Resources = [.. before.Resources, Component("gone", before)] }, text);
        var file = _folder.Write("base.json", text.ToString());

        var markdown = await _fixture.RunAsync("report", "dev", "--markdown", "--base", file);
        var json = await _fixture.RunAsync("report", "dev", "--json", "--base", file);
        await _fixture.RunAsync("report", "dev", "--out", Out, "--base", file);

        Assert.Contains("1 to delete, 1 unchanged", markdown.Output, StringComparison.Ordinal);
        Assert.Equal(["schemaVersion", "environment", "base", "diff", "placement", "cost", "policy"], JObject.Parse(json.Output).Properties().Select(static property => property.Name));
        Assert.Contains("<dd class=\"figure\">1 to delete</dd>", File.ReadAllText(Out), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report dev", "error: 'report' needs --out FILE for its page; --markdown and --json can do without\n")]
    [InlineData("report dev --markdown --json", "error: --markdown and --json are two forms of the same; leave one out\n")]
    [InlineData("report dev --limit 9000 --out x", "error: --limit is for --markdown; give both, or neither\n")]
    [InlineData("report dev --markdown --limit 3999", "error: --limit is '3999'; allowed: 4000 or more, or there is no room for what must not be left out\n")]
    [InlineData("report dev --markdown --base nowhere.json", "error: --base nowhere.json: there is no such file, and")]
    public async Task What_can_not_be_done_is_said_before_anything_runs(string command, string error)
    {
        var result = await _fixture.RunAsync(command.Split(' '));

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_file()
    {
        var result = await _fixture.RunAsync("report", "dev", "--out", _folder.Path);

        Assert.Equal((2, $"error: --out: '{_folder.Path}' is a folder; name a file\n"), (result.ExitCode, result.Error));
        Assert.Empty(_fixture.Requests);
    }

    private static PlannedResource Component(string name, Plan plan) => new() { Urn = Urn.Parse($"urn:pulumi:dev::gpu-inference::{ComponentTypes.ModelBucket}::{name}"), Parent = plan.Resources[0].Urn };
}
