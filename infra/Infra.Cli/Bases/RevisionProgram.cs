namespace Infra.Cli.Bases;

/// <summary>Starts the <c>./run</c> of a folder.</summary>
internal sealed class RevisionProgram : IRevisionProgram
{
    private static readonly Dictionary<string, string?> _environment = new()
    {
        // A build's helpers would outlive the worktree that they work in.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseSharedCompilation"] = "false",
    };

    public Task<(int ExitCode, string Output)> RunAsync(string folder, IReadOnlyList<string> arguments, Action<string> progress, CancellationToken stop) =>
        ChildProcess.RunAsync("sh", ["./run", .. arguments], folder, _environment, progress, stop);
}
