using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary><c>--stack-export STACK=FILE</c>: what is refused, and how; what it gives a program is the engine's.</summary>
public sealed class StackExportTests : IDisposable
{
    private const string Net = """{"version": 3, "deployment": {"resources": [{"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev"}]}}""";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task One_that_no_reference_asks_for_changes_nothing_but_is_said()
    {
        var file = Write(Net);
        var with = await _checkout.RunAsync("preview", "local", "--stack-export", $"acme/net/dev={file}");
        var without = await _checkout.RunAsync("preview", "local");

        Assert.Equal((0, without.Output, "Diagnostics:\n  stack:\n    warning: --stack-export acme/net/dev: no StackReference asks for acme/net/dev; the program has none\n"), (with.ExitCode, with.Output, with.Error));
    }

    [Fact]
    public async Task A_check_runs_no_program_that_could_ask() => Assert.Equal(
        new ProcessResult(2, "", "error: unknown option '--stack-export'\n  './run config check --help' shows the usage.\n"),
        await _checkout.RunAsync("config", "check", "local", "--stack-export", "a=b"));

    [Theory]
    [InlineData("{", "acme/net/dev", "--stack-export acme/net/dev, FILE: not JSON at line 1, column 1\n  'pulumi stack export --stack acme/net/dev' writes such a file.")]
    [InlineData("{\"version\": 4, \"deployment\": {}}", "acme/net/dev", "--stack-export acme/net/dev, FILE: version: found 4; this program reads version 3\n  'pulumi stack export --stack acme/net/dev' writes such a file.")]
    [InlineData(Net, "dev", "--stack-export dev, FILE: deployment.resources[0].urn: the export is of the stack 'net/dev', not of 'organization/gpu-inference/dev'\n  'pulumi stack export --stack organization/gpu-inference/dev' writes such a file.")]
    [InlineData(Net, "a/b/c/d", "--stack-export a/b/c/d: not the name of a stack; write STACK, ORGANIZATION/STACK or ORGANIZATION/PROJECT/STACK")]
    [InlineData(Net, "acme//dev", "--stack-export acme//dev: not the name of a stack; write STACK, ORGANIZATION/STACK or ORGANIZATION/PROJECT/STACK")]
    public async Task A_bad_one_is_one_line(string text, string stack, string message)
    {
        var file = Write(text);
        await RefusedAsync($"error: {message.Replace("FILE", file, StringComparison.Ordinal)}\n", $"{stack}={file}");
    }

    [Fact]
    public async Task A_stack_is_given_once()
    {
        var file = Write(Net);
        await RefusedAsync("error: --stack-export organization/net/dev: organization/net/dev was given before\n", $"organization/net/dev={file}", $"organization/net/dev={file}");
    }

    [Fact]
    public async Task A_file_that_is_not_there()
    {
        var path = _checkout.Path("nowhere.json");
        await RefusedAsync($"error: --stack-export net: there is no file '{path}'\n", $"net={path}");
    }

    [Fact]
    public async Task A_folder() => await RefusedAsync($"error: --stack-export net: '{_checkout.Path("")}' is a folder; name a file\n", $"net={_checkout.Path("")}");

    [Fact]
    public async Task No_path() => await RefusedAsync("error: --stack-export net: the path of a file is empty\n", "net=");

    private string Write(string text)
    {
        _checkout.Write("net.json", text);
        return _checkout.Path("net.json");
    }

    private async Task RefusedAsync(string message, params string[] exports)
    {
        var result = await _checkout.RunAsync(["preview", "local", .. exports.SelectMany(export => new[] { "--stack-export", export })]);

        Assert.Equal((2, "", message), (result.ExitCode, result.Output, result.Error));
    }
}
