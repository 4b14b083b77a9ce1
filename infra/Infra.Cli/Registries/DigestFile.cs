using System.Collections.Immutable;
using Infra.Core.Versions;

namespace Infra.Cli.Registries;

/// <summary>The file of digests in the sources, which the next build takes in.</summary>
internal sealed class DigestFile(ProjectFolder project)
{
    private readonly string _path = Path.Combine(project.Path, ImageDigests.File);

    /// <exception cref="UsageException">There is no such file, or it isn't one of digests.</exception>
    public ImmutableSortedDictionary<string, string> Read()
    {
        try
        {
            return ImageDigests.Read(File.ReadAllText(_path));
        }
        catch (FormatException e)
        {
            throw new UsageException($"{ImageDigests.File}: {e.Message}", $"Mend the file, or write {{}} to it and resolve again.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"there is no {ImageDigests.File} in '{project.Path}'", "Start the command from a checkout of this repository: ./run");
        }
    }

    /// <exception cref="UsageException">It can't be written.</exception>
    public void Write(IReadOnlyDictionary<string, string> digests)
    {
        // Beside the file first: it is whole, old or new, whatever happens.
        var fresh = $"{_path}.new";
        try
        {
            File.WriteAllText(fresh, ImageDigests.Write(digests));
            File.Move(fresh, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{ImageDigests.File} can't be written: {FileTrouble.Of(e)}");
        }
    }
}
