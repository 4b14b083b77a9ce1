using Infra.Cli.Rollbacks;
using Infra.Core.Configuration;

namespace Infra.Cli.Bases;

/// <summary>The <c>git</c> on the <c>PATH</c>.</summary>
internal sealed class Git : IGit, IFileHistory
{
    private const int LongestMessage = 300;
    private const int Attempts = 5;

    private static readonly TimeSpan _betweenAttempts = TimeSpan.FromMilliseconds(200);

    private static readonly Dictionary<string, string?> _environment = new()
    {
        ["LC_ALL"] = "C",
        ["GIT_TERMINAL_PROMPT"] = "0",
        // A hook has these set, of its own repository.
        ["GIT_DIR"] = null,
        ["GIT_WORK_TREE"] = null,
        ["GIT_INDEX_FILE"] = null,
    };

    public async Task<string?> CheckoutOfAsync(string folder, CancellationToken stop)
    {
        var (exitCode, output, error) = await RunAsync(folder, stop, "rev-parse", "--show-cdup");
        return exitCode switch
        {
            // The way up rather than git's own name of the top folder, which knows no symbolic links.
            0 => Path.TrimEndingDirectorySeparator(Path.GetFullPath(output.TrimEnd('\r', '\n'), folder)),
            _ when error.Contains("not a git repository", StringComparison.Ordinal) => null,
            _ => throw Failed(error),
        };
    }

    public async Task<string?> CommitOfAsync(string checkout, string revision, CancellationToken stop)
    {
        var (exitCode, output, _) = await RunAsync(checkout, stop, "rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}");
        return exitCode == 0 ? output.Trim() : null;
    }

    public async Task<bool> HasFileAsync(string checkout, string commit, string path, CancellationToken stop) =>
        (await RunAsync(checkout, stop, "cat-file", "-e", $"{commit}:{path}")).ExitCode == 0;

    public async Task<IReadOnlyList<string>> CommitsOfFileAsync(string checkout, string path, CancellationToken stop)
    {
        var (exitCode, output, error) = await RunAsync(checkout, stop, "log", "--format=%H", "--", path);
        return exitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : throw Failed(error);
    }

    public async Task<string?> TextAsync(string checkout, string commit, string path, CancellationToken stop)
    {
        var (exitCode, output, _) = await RunAsync(checkout, stop, "cat-file", "blob", $"{commit}:{path}");
        return exitCode == 0 ? output : null;
    }

    public async Task<bool> IsChangedAsync(string checkout, string path, CancellationToken stop)
    {
        var (exitCode, output, error) = await RunAsync(checkout, stop, "status", "--porcelain", "--", path);
        return exitCode == 0 ? output.Length > 0 : throw Failed(error);
    }

    public async Task AddWorktreeAsync(string checkout, string commit, string folder, CancellationToken stop)
    {
        // Without the hooks of the checkout: they are for people.
        var (exitCode, _, error) = await RunAsync(checkout, stop, "-c", "core.hooksPath=/dev/null", "worktree", "add", "--quiet", "--detach", folder, commit);
        if (exitCode != 0)
        {
            throw Failed(error);
        }
    }

    public async Task RemoveWorktreeAsync(string checkout, string folder)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            // Twice, or one that was interrupted while it was made stays.
            var (exitCode, _, _) = await RunAsync(checkout, CancellationToken.None, "worktree", "remove", "--force", "--force", folder);
            if (exitCode == 0 || !TryDelete(folder))
            {
                return;
            }
            // What was ended may still write for a moment.
            await Task.Delay(_betweenAttempts);
        }
    }

    /// <returns>Whether there was something to delete.</returns>
    private static bool TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static GitException Failed(string error) => new($"git says {Shown.Line(error.Trim().ReplaceLineEndings(" "), LongestMessage)}");

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string folder, CancellationToken stop, params IReadOnlyList<string> arguments)
    {
        var error = new List<string>();
        var (exitCode, output) = await ChildProcess.RunAsync("git", arguments, folder, _environment, error.Add, stop);
        return (exitCode, output, string.Join('\n', error));
    }
}
