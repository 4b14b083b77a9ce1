using Infra.Planning.Json;
using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Cli.Tests;

/// <summary>What preview writes where, and how it ends.</summary>
public sealed class PreviewCommandTests : IDisposable
{
    private readonly CommandLineFixture _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_report_goes_to_standard_output_without_colour()
    {
        var result = await _cli.RunAsync("preview", "dev");

        const string Checks = "\nplacement: 0 pods, left to nodes of which the plan says nothing\ncost: $0 a month at minimum, $0 at maximum, by list prices\npolicy: no findings (89 rules)\nchanges: ./run diff dev --base main\n";
        Assert.Equal((0, PlainText.Of(PlanReport.Render(CommandLineFixture.PlanOf("dev"), [])) + Checks, ""), (result.ExitCode, result.Output, result.Error));
        Assert.Contains("gpu-inference-dev", result.Output);
        Assert.DoesNotContain('\e', result.Output);
    }

    [Fact]
    public async Task On_a_terminal_colour_is_all_that_is_added()
    {
        var plain = await _cli.RunAsync("preview", "dev");
        var coloured = await _cli.RunAsync(colour: true, "preview", "dev");

        Assert.Contains("\e[", coloured.Output);
        Assert.Equal(plain.Output, System.Text.RegularExpressions.Regex.Replace(coloured.Output, "\e\\[[0-9;]*m", ""));
    }

    [Fact]
    public async Task Json_is_the_plan_and_nothing_else()
    {
        _cli.Plan = WithDiagnostic(DiagnosticSeverity.Warning, "P3 is a legacy", CommandLineFixture.PlanOf("dev"));
        var result = await _cli.RunAsync("preview", "dev", "--json");

        Assert.Equal((0, PlanJson.ToText(CommandLineFixture.PlanOf("dev"))), (result.ExitCode, result.Output));
        Assert.Equal("Diagnostics:\n  stack:\n    warning: P3 is a legacy\n", result.Error);
    }

    [Fact]
    public async Task Wrong_configuration_is_wrong_usage()
    {
        _cli.Plan = _ => new PlanResult { ConfigurationProblems = "1 problem in Pulumi.dev.yaml:\n  gpu-inference:pool: unknown key; did you mean 'pools'?" };
        var result = await _cli.RunAsync("preview", "dev");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal("error: 1 problem in Pulumi.dev.yaml:\n  gpu-inference:pool: unknown key; did you mean 'pools'?\n", result.Error);
    }

    [Fact]
    public async Task A_failed_program_gives_no_plan()
    {
        _cli.Plan = WithDiagnostic(DiagnosticSeverity.Error, "the bucket has no name", plan: null);
        var result = await _cli.RunAsync("preview", "dev", "--json");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal("Diagnostics:\n  stack:\n    error: the bucket has no name\nerror: the program failed for 'dev'; there is no plan\n", result.Error);
    }

    [Theory]
    [InlineData(false, "Diagnostics:\n  stack:\n    error: it broke\nerror: the program failed for 'dev'; there is no plan\n  Run the command again with --debug for the stack trace.\n")]
    [InlineData(true, "Diagnostics:\n  stack:\n    error: it broke\n      Exception: it broke\n         at Program.Main\nerror: the program failed for 'dev'; there is no plan\n")]
    public async Task The_detail_of_a_failure_is_for_debugging(bool debug, string expected)
    {
        _cli.Plan = _ => new PlanResult
        {
            Diagnostics = [new PlanDiagnostic(DiagnosticSeverity.Error, "it broke", Detail: "Exception: it broke\n   at Program.Main")],
        };
        var result = await _cli.RunAsync(debug ? ["preview", "dev", "--debug"] : ["preview", "dev"]);

        Assert.Equal((3, "", expected), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public async Task An_unexpected_failure_is_one_line()
    {
        _cli.Plan = _ => throw new InvalidOperationException("first\nsecond");
        var result = await _cli.RunAsync("preview", "dev");

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.Equal("error: first second\n  Run the command again with --debug for the stack trace.\n", result.Error);
    }

    [Fact]
    public async Task Debug_shows_the_stack_trace()
    {
        _cli.Plan = _ => throw new InvalidOperationException("first");
        var result = await _cli.RunAsync("preview", "dev", "--debug");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: System.InvalidOperationException: first\n   at ", result.Error);
    }

    private static Func<string, PlanResult> WithDiagnostic(DiagnosticSeverity severity, string message, Plan? plan) =>
        _ => new PlanResult { Plan = plan, Diagnostics = [new PlanDiagnostic(severity, message)] };
}
