namespace Infra.Cli.Tests.EndToEnd;

/// <summary><c>--stack-export STACK=FILE</c>: what is refused, and how; what it gives a program is the engine's.</summary>
public sealed class StackExportTests : IDisposable
{
    private const string Net = """{"version": 3, "deployment": {"resources": [{"type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::net::pulumi:pulumi:Stack::net-dev"}]}}""";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task A_good_one_changes_nothing_where_no_reference_asks()
    {
        var file = Write(Net);
        var with = await _checkout.RunAsync("preview", "local", "--stack-export", $"acme/net/dev={file}");

        Assert.Equal(await _checkout.RunAsync("preview", "local"), with);
        Assert.Equal(0, with.ExitCode);
    }

    [Theory]
    [InlineData("{", "acme/net/dev", "--stack-export acme/net/dev, net.json: not JSON at line 1, column 1\n  'pulumi stack export --stack acme/net/dev' writes such a file.")]
    [InlineData(Net, "dev", "--stack-export dev, net.json: deployment.resources[0].urn: the export is of the stack 'net/dev', not of 'organization/gpu-inference/dev'\n  'pulumi stack export --stack organization/gpu-inference/dev' writes such a file.")]
    [InlineData(Net, "a/b/c/d", "--stack-export a/b/c/d: not the name of a stack; write STACK, ORGANIZATION/STACK or ORGANIZATION/PROJECT/STACK")]
    [InlineData(Net, "acme//dev", "--stack-export acme//dev: not the name of a stack; write STACK, ORGANIZATION/STACK or ORGANIZATION/PROJECT/STACK")]
    public async Task A_bad_one_is_one_line(string text, string stack, string message) => await RefusedAsync($"error: {message}\n", $"{stack}={Write(text)}");

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
        await RefusedAsync($"error: --stack-export net, nowhere.json: can't be read; Could not find file '{path}'.\n", $"net={path}");
    }

    private string Write(string text)
    {
        _checkout.Write("net.json", text);
        return _checkout.Path("net.json");
    }

    private async Task RefusedAsync(string message, params string[] exports)
    {
        foreach (var command in (string[][])[["preview", "local"], ["config", "check", "local"]])
        {
            var result = await _checkout.RunAsync([.. command, .. exports.SelectMany(export => new[] { "--stack-export", export })]);

            Assert.Equal((2, "", message), (result.ExitCode, result.Output, result.Error));
        }
    }
}
