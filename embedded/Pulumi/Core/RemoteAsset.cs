namespace Pulumi;

public sealed class RemoteAsset : Asset
{
    public RemoteAsset(string uri) => Uri = uri;

    internal string Uri { get; }
}
