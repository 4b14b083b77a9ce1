using Infra.Planning.Json;

namespace Infra.Cli.Tests.Bases;

/// <summary><c>diff</c> and its base.</summary>
public sealed class DiffBaseTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_is_no_file_is_a_revision()
    {
        var result = await _cli.RunAsync("diff", "dev", "--base", "main");

        Assert.Equal(
            (2, "", $"error: --base main: there is no such file, and '{_cli.Root}' is in no git checkout that could have such a revision\n"),
            (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task A_file_needs_no_repository()
    {
        var file = Path.Combine(_cli.Root, "plan.json");
        await File.WriteAllTextAsync(file, PlanJson.ToText(CommandLineFixture.PlanOf("dev")));
        var result = await _cli.RunAsync("diff", "dev", "--base", file, "--exit-code");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task All_of_what_is_not_deployed_is_new()
    {
        _cli.Input = "{\"version\": 3, \"deployment\": {}}";
        var result = await _cli.RunAsync("diff", "dev", "--base", "-", "--exit-code");

        Assert.Equal((1, "standard input: nothing is deployed; all of 'dev' is new\n"), (result.ExitCode, result.Error));
        Assert.Contains("gpu-inference-dev", result.Output, StringComparison.Ordinal);
    }
}
