using System.Runtime.ExceptionServices;
using Infra.Core.Configuration;
using Infra.Planning.Rendering.Manifests;

namespace Infra.Cli;

/// <summary>
/// The folder that manifests are rendered into. What is in it is exchanged as a whole or not at all, and never taken from
/// somebody else. The folder itself stays: a shell may be in it, and a mount point can't be renamed.
/// </summary>
internal sealed class ManifestFolder
{
    private const int MaxShown = 200;

    private readonly string _shown;
    private readonly string _path;

    /// <exception cref="UsageException">There can be no such folder, or it holds what no rendering has made.</exception>
    public ManifestFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("--out is empty; it needs the name of a folder");
        }
        _shown = Shown.Line(path, MaxShown);
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new UsageException($"'{_shown}' can't be the name of a folder");
        }
        _path = Usable(() => System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        if (File.Exists(_path))
        {
            throw new UsageException($"'{_shown}' is a file; --out needs a folder");
        }
        RefuseForeign();
    }

    /// <exception cref="UsageException">The folder can't be written, or something was put into it since it was looked at.</exception>
    public void Replace(IReadOnlyCollection<ManifestFile> files)
    {
        RefuseForeign();
        Usable(() =>
        {
            // Inside of the folder: a move is only whole inside of one file system.
            var staging = Directory.CreateDirectory(System.IO.Path.Combine(_path, ManifestFolderContent.StagingPrefix + System.IO.Path.GetRandomFileName()));
            try
            {
                var fresh = staging.CreateSubdirectory("new").FullName;
                Write(fresh, files);
                new FolderExchange(_path, staging).Run(fresh);
            }
            finally
            {
                staging.Delete(recursive: true);
            }
            return true;
        });
    }

    private static void Write(string folder, IReadOnlyCollection<ManifestFile> files)
    {
        foreach (var step in files.Select(static file => System.IO.Path.GetDirectoryName(file.Path)!).Distinct())
        {
            Directory.CreateDirectory(System.IO.Path.Combine(folder, step));
        }
        try
        {
            Parallel.ForEach(files, file => File.WriteAllText(System.IO.Path.Combine(folder, file.Path), file.Text));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void RefuseForeign()
    {
        if (!Directory.Exists(_path) || Usable(() => ManifestFolderContent.FirstForeign(_path)) is not { } foreign)
        {
            return;
        }
        throw foreign.StartsWith(ManifestFolderContent.StagingPrefix, StringComparison.Ordinal)
            ? new UsageException($"'{_shown}' holds '{foreign}', which a rendering that was stopped left behind", "Delete that rendering, then render again.")
            : new UsageException(
                $"'{_shown}' holds '{Shown.Line(foreign, MaxShown)}', which render didn't make; it would be lost",
                "Name a new or empty folder, or one that holds nothing but an earlier rendering.");
    }

    private T Usable<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{_shown}' can't be used for --out: {FileTrouble.Of(e)}", "Name a folder that you may write to, such as out/dev.");
        }
    }
}
