namespace Infra.TestKit;

/// <summary>A folder of its own for one test, with a space in its path, removed at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra tests ");

    // The system's temporary folder may be a symbolic link; tools answer with the real path.
    public string Path => _folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? _folder.FullName;

    public string Combine(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file, and the folders above it.</summary>
    /// <returns>Its full path.</returns>
    public string Write(string path, string content)
    {
        var file = Combine(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
