namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The check of real files: the same verdict, in the same words, as preview.</summary>
public sealed class ConfigCheckTests : IDisposable
{
    private const string Dev = "Pulumi.dev.yaml";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("dev")]
    [InlineData("local")]
    [InlineData("prod")]
    public async Task Shipped_environments_have_no_problems(string environment)
    {
        var result = await _checkout.RunAsync("config", "check", environment);

        Assert.Equal((0, $"Pulumi.{environment}.yaml: no problems\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Problems_are_those_of_preview()
    {
        _checkout.Replace(Dev, "capacity: {min: 0, max: 4}", "capacity: {min: 4, max: 2}");
        _checkout.Replace(Dev, "pools: [t4]", "pools: [t5]");
        _checkout.Append(Dev, "\n  gpu-inference:model: []\n");
        const string Problems =
            """
            error: 3 problems in Pulumi.dev.yaml:
              gpu-inference:pools[0].capacity.max: 2 is less than min, which is 4
              gpu-inference:models[0].pools[0]: 't5' is not a pool; did you mean 't4'? there are: t4
              gpu-inference:model: unknown key; did you mean 'models'?

            """;

        foreach (var command in (string[][])[["config", "check", "dev"], ["preview", "dev"]])
        {
            var result = await _checkout.RunAsync(command);
            Assert.Equal((2, "", Problems), (result.ExitCode, result.Output, result.Error));
        }
    }

    /// <summary>What yaml.v3, which Pulumi reads with, accepts.</summary>
    [Theory]
    [InlineData("\uFEFF", "\n", "")]
    [InlineData("", "\r\n", "")]
    [InlineData("\uFEFF", "\r\n", "# a comment")]
    public async Task A_byte_order_mark_and_other_line_ends_are_no_problem(string start, string lineEnd, string end)
    {
        var text = File.ReadAllText(_checkout.Path(Dev));
        var before = await _checkout.RunAsync("preview", "dev", "--json");
        _checkout.Write(Dev, start + (text + end).ReplaceLineEndings(lineEnd));

        Assert.Equal(before, await _checkout.RunAsync("preview", "dev", "--json"));
        Assert.Equal(0, before.ExitCode);
    }

    [Fact]
    public async Task Anchors_and_merges_are_what_they_stand_for()
    {
        _checkout.Write("Pulumi.kind.yaml", "config:\n  x:context: &kind {context: kind-kind}\n  gpu-inference:cluster:\n    kubeconfig: {<<: *kind}\n");
        var result = await _checkout.RunAsync("config", "check", "kind");

        Assert.Equal((0, "Pulumi.kind.yaml: no problems\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("Pulumi.yaml", "runtime: dotnet\n", "name", "is missing; the project's name is required")]
    [InlineData(Dev, "config:\n\tgpu-inference:pools: []\n", "line 2, column 1", "a tab indents this line; YAML allows spaces only")]
    public async Task A_broken_file_is_a_problem_like_any_other(string file, string text, string path, string message)
    {
        _checkout.Write(file, text);
        var result = await _checkout.RunAsync("config", "check", "dev", "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            $$"""
            {
              "file": "{{file}}",
              "problems": [
                {
                  "path": "{{path}}",
                  "message": "{{message}}"
                }
              ]
            }

            """,
            result.Output);
    }
}
