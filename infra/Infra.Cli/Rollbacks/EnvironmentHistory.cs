using Infra.Automation.Promotion;
using Infra.Cli.Bases;
using Infra.Core.Configuration;

namespace Infra.Cli.Rollbacks;

/// <summary>Earlier texts of an environment's file.</summary>
internal sealed class EnvironmentHistory(IFileHistory git, string checkout, string path, string name)
{
    private const string ByteOrderMark = "\uFEFF";

    /// <exception cref="UsageException">The project is in no checkout of git.</exception>
    public static async Task<EnvironmentHistory> OpenAsync(IFileHistory git, ProjectFolder project, string environment, CancellationToken stop)
    {
        var checkout = await git.CheckoutOfAsync(project.Path, stop)
            ?? throw new UsageException($"'{project.Path}' is in no git checkout, so that nobody knows what was before");
        var file = project.EnvironmentFile(environment);
        return new EnvironmentHistory(git, checkout, Path.GetRelativePath(checkout, file).Replace(Path.DirectorySeparatorChar, '/'), Path.GetFileName(file));
    }

    /// <summary>Whether the file is other than the last commit has it.</summary>
    public Task<bool> IsChangedAsync(CancellationToken stop) => git.IsChangedAsync(checkout, path, stop);

    /// <summary>Every text that was committed, newest first.</summary>
    public async IAsyncEnumerable<PastText> TextsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var commit in await git.CommitsOfFileAsync(checkout, path, stop))
        {
            if (await git.TextAsync(checkout, commit, path, stop) is { } text)
            {
                yield return Of(commit, text);
            }
        }
    }

    /// <summary>The text of one revision.</summary>
    /// <exception cref="UsageException">There is no such revision, or it has no such file.</exception>
    public async Task<PastText> AtAsync(string option, string revision, CancellationToken stop)
    {
        var commit = await git.CommitOfAsync(checkout, revision, stop)
            ?? throw new UsageException($"{option} {Shown.Line(revision)}: there is no such revision", $"'git log --oneline -- {path}' lists those that changed the file. A shallow clone has few: 'git fetch --unshallow'.");
        return await git.TextAsync(checkout, commit, path, stop) is { } text
            ? Of(commit, text)
            : throw new UsageException($"{option} {Shown.Line(revision)}: that revision has no {path}");
    }

    private PastText Of(string commit, string text) => new(commit, new EnvironmentText(name, text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? text[1..] : text));
}
