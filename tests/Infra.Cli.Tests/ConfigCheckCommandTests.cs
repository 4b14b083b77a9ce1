namespace Infra.Cli.Tests;

/// <summary>What config check writes where, and how it ends.</summary>
public sealed class ConfigCheckCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Without_problems_it_says_so_in_a_line()
    {
        var result = await _cli.RunAsync("config", "check", "dev");

        Assert.Equal((0, "Pulumi.dev.yaml: no problems\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task Problems_are_a_block_on_standard_error()
    {
        AddTwo();
        var result = await _cli.RunAsync("config", "check", "prod");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            """
            error: 2 problems in Pulumi.prod.yaml:
              gpu-inference:pool: unknown key; did you mean 'pools'?
              gpu-inference:pools[0].labels["a/b"]: a "quoted" – text

            """,
            result.Error);
    }

    [Fact]
    public async Task Json_is_the_problems_and_nothing_else()
    {
        AddTwo();
        var result = await _cli.RunAsync("config", "check", "prod", "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            {
              "file": "Pulumi.prod.yaml",
              "problems": [
                {
                  "path": "gpu-inference:pool",
                  "message": "unknown key; did you mean 'pools'?"
                },
                {
                  "path": "gpu-inference:pools[0].labels[\"a/b\"]",
                  "message": "a \"quoted\" – text"
                }
              ]
            }

            """,
            result.Output);
    }

    [Fact]
    public async Task Json_without_problems_is_an_empty_list()
    {
        var result = await _cli.RunAsync("config", "check", "dev", "--json");

        Assert.Equal((0, "{\n  \"file\": \"Pulumi.dev.yaml\",\n  \"problems\": []\n}\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task The_program_does_not_run()
    {
        _cli.Plan = _ => throw new InvalidOperationException("it ran");

        Assert.Equal(0, (await _cli.RunAsync("config", "check", "dev")).ExitCode);
    }

    [Fact]
    public async Task Help_says_what_it_does()
    {
        var result = await _cli.RunAsync("config", "check", "--help");

        Assert.StartsWith("Description:\n  Check the configuration of an environment as preview does, without running the program.\n", result.Output);
        Assert.Contains("./run config check <environment> [options]\n", result.Output);
    }

    private void AddTwo()
    {
        _cli.Problems.Add("gpu-inference:pool", "unknown key; did you mean 'pools'?");
        _cli.Problems.Add("gpu-inference:pools[0].labels[\"a/b\"]", "a \"quoted\" – text");
    }
}
