using Infra.Planning.Json;
using Infra.TestKit;

namespace Infra.Cli.Tests;

/// <summary><c>preview --from</c>: what is refused, and how. Needs neither project nor engine.</summary>
public sealed class PlanFromTests : IDisposable
{
    private const string Hint = "  A plan is what './run preview ENVIRONMENT --json', 'pulumi preview --json --show-sames' or 'pulumi stack export' writes; docs/plan.md describes it.\n";

    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("preview dev --from plan.json", "error: --from reads a plan that is made already; leave out the environment, or --from\n")]
    [InlineData("preview --from - --config a=b", "error: --from reads a plan that is made already; leave out --config, or --from\n")]
    [InlineData("preview --config-path --from -", "error: --from reads a plan that is made already; leave out --config-path, or --from\n")]
    [InlineData("preview --config-file x --from -", "error: --from reads a plan that is made already; leave out --config-file, or --from\n")]
    [InlineData("preview --stack-export a=b --from -", "error: --from reads a plan that is made already; leave out --stack-export, or --from\n")]
    [InlineData("preview --from", "error: '--from' needs a value: --from <file>\n  './run preview --help' shows the usage.\n")]
    public async Task It_stands_alone(string arguments, string message) => await RefusedAsync(arguments.Split(' '), message);

    [Theory]
    [InlineData("", "error: standard input: the document ends here; it is not complete\n" + Hint)]
    [InlineData("[]", "error: standard input: found a list; an object is required\n" + Hint)]
    [InlineData("config:\n  a: b\n", "error: standard input: not JSON at line 1, column 1\n" + Hint)]
    [InlineData("{\"schemaVersion\": 2, \"plan\": {}}", "error: standard input, schemaVersion: found the number 2; this program reads version 1\n" + Hint)]
    [InlineData("{\"resources\": [{\"inputs\": {\"a\": {\"$unknown\": \"x\"}}}]}", "error: standard input, resources[0].inputs.a.$unknown: found text; $unknown can only be true\n" + Hint)]
    [InlineData("{\"resources\": [{\"inputs\": {\"a\": {\"$secret\": false}}}]}", "error: standard input, resources[0].inputs.a.$secret: found false; $secret can only be true\n" + Hint)]
    [InlineData("{\"schemaVersion\": 1, \"version\": 3}", "error: standard input, version: unknown key; allowed are schemaVersion, project, stack, resources\n" + Hint)]
    [InlineData("{\"version\": 2, \"deployment\": {}}", "error: standard input, version: found the number 2; this program reads versions 3 and 4 of what 'pulumi stack export' writes\n" + Hint)]
    [InlineData("{\"\\u001b[31m\": 3}", "error: standard input: the first key is '\\u001b[31m'; a plan begins with 'schemaVersion', a preview with 'config' or 'steps', a state with 'version'\n" + Hint)]
    [InlineData("{\"version\": 3, \"deployment\": {}}", "error: --from: nothing is deployed, says the state; there is no plan in it\n")]
    [InlineData("{\"schemaVersion\": 1, \"resources\": [{\"urn\": \"x\"}]}", "error: standard input, resources[0].urn: found the text 'x'; a URN is required: urn:pulumi:STACK::PROJECT::TYPE::NAME\n" + Hint)]
    public async Task What_is_no_plan_is_one_line_with_its_path(string text, string message)
    {
        _cli.Input = text;
        await RefusedAsync(["preview", "--from", "-"], message);
    }

    [SkippableFact]
    public async Task What_Pulumi_wrote_is_a_plan_too()
    {
        var state = await _cli.RunAsync("preview", "--from", SharedFacts.Require("pulumi-cli", "export-interrupted.json"));
        var preview = await _cli.RunAsync("preview", "--from", SharedFacts.Require("pulumi-cli", "preview-create.json"));

        Assert.Equal((0, 0, ""), (state.ExitCode, preview.ExitCode, preview.Error));
        Assert.Equal(
            "Diagnostics:\n  kubernetes:apps/v1:Deployment (classifier):\n    warning: an update was interrupted while creating it; what became of it is not known. 'pulumi refresh' finds out\n",
            state.Error);
        Assert.Contains("kubernetes:core/v1:Namespace", state.Output, StringComparison.Ordinal);
        Assert.Contains("kubernetes:apps/v1:Deployment", preview.Output, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("preview-delete.json", "it lacks 7 resources that the preview would leave as they are\n  'pulumi preview --json --show-sames' writes all of them.\n")]
    [InlineData("preview-protected-replace.json", "the preview failed, so that its plan may have holes\n")]
    public async Task A_preview_with_holes_is_none(string file, string problem)
    {
        _cli.Input = SharedFacts.ReadText($"pulumi-cli/{file}");
        var result = await _cli.RunAsync("preview", "--from", "-");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.EndsWith($"error: standard input: {problem}", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_cut_off_anywhere_is_refused()
    {
        var text = PlanJson.ToText(CommandLineFixture.PlanOf("dev"));
        for (var length = 0; length < text.TrimEnd().Length; length++)
        {
            _cli.Input = text[..length];
            var result = await _cli.RunAsync("preview", "--from", "-");

            Assert.Equal((2, ""), (result.ExitCode, result.Output));
            Assert.Matches(@"\Aerror: standard input(, [^\n]+)?: (the document ends here; it is not complete|not JSON at line \d+, column \d+)\n  A plan is [^\n]+\n\z", result.Error);
        }
    }

    [Fact]
    public async Task A_file_that_is_not_there()
    {
        var path = Path.Combine(_cli.Root, "plan.json");

        await RefusedAsync(["preview", "--from", path], $"error: --from: there is no file '{path}'\n");
    }

    [Fact]
    public async Task No_path() => await RefusedAsync(["preview", "--from", ""], "error: --from: the path of a file is empty\n");

    [Fact]
    public async Task A_folder()
    {
        await RefusedAsync(["preview", "--from", _cli.Root], $"error: --from: '{_cli.Root}' is a folder; name a file\n");
    }

    [Fact]
    public async Task Bytes_that_are_no_text()
    {
        var path = Path.Combine(_cli.Root, "plan.json");
        await File.WriteAllBytesAsync(path, [(byte)'{', (byte)'"', 0xC3, 0x28]);

        await RefusedAsync(["preview", "--from", path], $"error: {path}: not UTF-8 text\n");
    }

    [Fact]
    public async Task A_hundred_megabytes_that_are_no_plan()
    {
        var path = Path.Combine(_cli.Root, "plan.json");
        await using (var file = new StreamWriter(path))
        {
            await file.WriteAsync("{\"project\": \"");
            var chunk = new string('a', 1_000_000);
            for (var i = 0; i < 100; i++)
            {
                await file.WriteAsync(chunk);
            }
            await file.WriteAsync("\", \"stack\": 1}");
        }

        await RefusedAsync(["preview", "--from", path], $"error: {path}, stack: found the number 1; text is required\n" + Hint);
    }

    [Fact]
    public async Task Neither_project_nor_engine_is_asked()
    {
        _cli.Input = PlanJson.ToText(CommandLineFixture.PlanOf("dev"));
        File.Delete(Path.Combine(_cli.Root, "Pulumi.yaml"));
        var result = await _cli.RunAsync("preview", "--from", "-", "--json");

        Assert.Equal((0, _cli.Input, ""), (result.ExitCode, result.Output, result.Error));
        Assert.Empty(_cli.Requests);
    }

    [Fact]
    public async Task Names_in_a_plan_command_no_terminal()
    {
        _cli.Input = PlanJson.ToText(CommandLineFixture.PlanOf("dev")).Replace("gpu-inference-dev", "\\u001b[2Jx\\u009b\\u202e", StringComparison.Ordinal);
        var result = await _cli.RunAsync("preview", "--from", "-");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\\u001b[2Jx\\u009b\\u202e", result.Output);
        Assert.DoesNotContain(result.Output, c => c != '\n' && char.IsControl(c));
    }

    private async Task RefusedAsync(string[] arguments, string message)
    {
        var result = await _cli.RunAsync(arguments);

        Assert.Equal((2, "", message), (result.ExitCode, result.Output, result.Error));
        Assert.Empty(_cli.Requests);
    }
}
