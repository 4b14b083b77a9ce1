using Infra.Automation.Failures;
using Infra.TestKit;

namespace Infra.Cli.Tests.Stacks;

/// <summary>What this build does where the engine would start.</summary>
public sealed class EngineSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_hands_over_with_the_exit_code_that_the_script_has_given()
    {
        var e = await Assert.ThrowsAsync<HandOverException>(() => EngineSource.Open(Variables(Pulumi(), "100")));

        Assert.Equal(100, e.ExitCode);
    }

    [Fact]
    public async Task Without_a_Pulumi_command_line_nothing_is_handed_over()
    {
        var e = await Assert.ThrowsAsync<StackFailureException>(() => EngineSource.Open(Variables(_folder.Path, "100")));

        Assert.Equal([new EngineMissing()], e.Failures);
    }

    [Fact]
    public async Task Without_the_script_it_says_how_to_start()
    {
        var e = await Assert.ThrowsAsync<UsageException>(() => EngineSource.Open(Variables(Pulumi(), null)));

        Assert.Equal(("this build has an engine of its own and can't start Pulumi's", "Start the command with ./run, which then builds the program that can."), (e.Message, Assert.Single(e.NextSteps)));
    }

    private string Pulumi() => Path.GetDirectoryName(_folder.Write(OperatingSystem.IsWindows() ? "bin/pulumi.exe" : "bin/pulumi", ""))!;

    private static Func<string, string?> Variables(string path, string? handOver) => name => name switch { "PATH" => path, EngineSource.HandOver => handOver, _ => null };
}
