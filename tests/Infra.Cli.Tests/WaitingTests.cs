namespace Infra.Cli.Tests;

/// <summary>A program that has been silent for a while.</summary>
public sealed class WaitingTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_it_waits_for_is_told_beside_the_plan_and_does_not_fail_the_command()
    {
        _cli.Plan = environment =>
        {
            _cli.Requests[^1].Waiting!("Nothing has happened for 10 seconds; 1 resource(s) wait:\n  'a' (b:c:D) waits for its inputs");
            return new PlanResult { Plan = CommandLineFixture.PlanOf(environment) };
        };

        var result = await _cli.RunAsync("preview", "dev", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Nothing has happened for 10 seconds; 1 resource(s) wait:\n  'a' (b:c:D) waits for its inputs\n", result.Error, StringComparison.Ordinal);
        Assert.StartsWith("{\n", result.Output, StringComparison.Ordinal);
    }
}
