namespace Pulumi;

public sealed class RemoteArchive : Archive
{
    public RemoteArchive(string uri) => Uri = uri;

    internal string Uri { get; }
}
