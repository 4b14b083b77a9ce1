namespace Infra.Cli.Rollbacks;

/// <summary>What a rollback needs of git: earlier texts of a file.</summary>
internal interface IFileHistory
{
    /// <summary>The top folder of the checkout that the folder is in; null where it is in none.</summary>
    Task<string?> CheckoutOfAsync(string folder, CancellationToken stop);

    /// <summary>The commit that a branch, tag or other revision stands for; null for none.</summary>
    Task<string?> CommitOfAsync(string checkout, string revision, CancellationToken stop);

    /// <summary>The commits that changed a file, newest first.</summary>
    /// <param name="path">From the top folder, with <c>/</c>.</param>
    Task<IReadOnlyList<string>> CommitsOfFileAsync(string checkout, string path, CancellationToken stop);

    /// <summary>The text of a file in a commit; null where that has no such file.</summary>
    Task<string?> TextAsync(string checkout, string commit, string path, CancellationToken stop);

    /// <summary>Whether the file in the folder is other than the last commit has it.</summary>
    Task<bool> IsChangedAsync(string checkout, string path, CancellationToken stop);
}
