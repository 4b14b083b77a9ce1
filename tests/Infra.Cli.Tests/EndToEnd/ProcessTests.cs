using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>The program as a process: what only shows with real streams.</summary>
public sealed class ProcessTests
{
    [SkippableTheory]
    [InlineData("--help")]
    [InlineData("preview dev")]
    [InlineData("preview dev --json")]
    public async Task A_full_disk_is_told_in_a_line(string arguments)
    {
        Skip.IfNot(File.Exists("/dev/full"), "needs /dev/full");
        var program = typeof(CommandLine).Assembly.Location;
        var result = await ProcessRunner.RunAsync("/bin/sh", ["-c", $"exec dotnet exec '{program}' {arguments} >/dev/full"], RepositoryRoot.Path);

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: No space left on device", result.Error);
        Assert.EndsWith("\n  Run the command again with --debug for the stack trace.\n", result.Error);
        Assert.Equal(2, result.Error.Count(character => character == '\n'));
    }
}
