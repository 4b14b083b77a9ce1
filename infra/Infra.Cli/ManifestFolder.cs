using Infra.Planning.Rendering.Manifests;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Cli;

/// <summary>The folder that manifests are rendered into. It is replaced as a whole or not at all, and never taken from somebody else.</summary>
internal sealed class ManifestFolder
{
    private readonly string _path;

    /// <exception cref="UsageException">There is a file of that name, or the folder holds what no rendering has made.</exception>
    public ManifestFolder(string path)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        if (File.Exists(full))
        {
            throw new UsageException($"'{path}' is a file; --out needs a folder");
        }
        // A link stays one: what it leads to is replaced.
        _path = Directory.Exists(full) ? new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
        if (Directory.Exists(_path) && Foreign().Order(StringComparer.Ordinal).FirstOrDefault() is { } foreign)
        {
            throw new UsageException(
                $"'{path}' holds '{foreign}', which render didn't make; it would be lost",
                "Name a new or empty folder, or one that holds nothing but an earlier rendering.");
        }
    }

    public void Replace(IEnumerable<ManifestFile> files)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_path)!);
        // Beside the folder: a rename is only whole inside of one file system.
        var beside = $"{_path}.{System.IO.Path.GetRandomFileName()}";
        var (fresh, old) = ($"{beside}.new", $"{beside}.old");
        try
        {
            Write(fresh, files);
            Swap(fresh, old);
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private static void Write(string folder, IEnumerable<ManifestFile> files)
    {
        foreach (var file in files)
        {
            var path = System.IO.Path.Combine(folder, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }

    private void Swap(string fresh, string old)
    {
        if (!Directory.Exists(_path))
        {
            Directory.Move(fresh, _path);
            return;
        }
        Directory.Move(_path, old);
        try
        {
            Directory.Move(fresh, _path);
        }
        catch
        {
            Directory.Move(old, _path);
            throw;
        }
        Directory.Delete(old, recursive: true);
    }

    private IEnumerable<string> Foreign()
    {
        var made = Made();
        return Directory.EnumerateFiles(_path, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(_path, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'))
            .Where(file => !made.Contains(file));
    }

    /// <summary>The files of the rendering that the folder's index tells of; none where there is no such index.</summary>
    private HashSet<string> Made()
    {
        var index = System.IO.Path.Combine(_path, ManifestRendering.IndexFile);
        if (!File.Exists(index))
        {
            return [];
        }
        try
        {
            var files = JObject.Parse(File.ReadAllText(index)).SelectTokens("steps[*].files[*].file").Select(file => (string?)file).OfType<string>();
            return [.. files, ManifestRendering.IndexFile, ManifestRendering.ReadmeFile];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
