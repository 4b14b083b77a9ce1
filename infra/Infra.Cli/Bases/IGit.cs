namespace Infra.Cli.Bases;

/// <summary>What base plans need of git.</summary>
internal interface IGit
{
    /// <summary>The top folder of the checkout that the folder is in; null where it is in none.</summary>
    Task<string?> CheckoutOfAsync(string folder, CancellationToken stop);

    /// <summary>The commit that a branch, tag or other revision stands for; null for none.</summary>
    Task<string?> CommitOfAsync(string checkout, string revision, CancellationToken stop);

    /// <summary>Whether a commit has a file.</summary>
    /// <param name="path">From the top folder, with <c>/</c>.</param>
    Task<bool> HasFileAsync(string checkout, string commit, string path, CancellationToken stop);

    /// <summary>Puts the files of a commit into a new folder.</summary>
    /// <exception cref="GitException">It couldn't.</exception>
    Task AddWorktreeAsync(string checkout, string commit, string folder, CancellationToken stop);

    /// <summary>Removes such a folder with all that was made in it, as far as it is there.</summary>
    Task RemoveWorktreeAsync(string checkout, string folder);
}
