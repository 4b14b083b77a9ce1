namespace Pulumi;

public sealed class FileAsset : Asset
{
    public FileAsset(string path) => Path = path;

    internal string Path { get; }
}
