namespace Pulumi;

public sealed class FileArchive : Archive
{
    public FileArchive(string path) => Path = path;

    internal string Path { get; }
}
