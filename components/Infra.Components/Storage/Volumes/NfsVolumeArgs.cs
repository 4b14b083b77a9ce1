using Pulumi;

namespace Infra.Components.Storage.Volumes;

/// <summary>A directory of an NFS server that is there already. Nodes mount it, so they need the kernel's client and a way to the server.</summary>
public sealed class NfsVolumeArgs : ResourceArgs
{
    /// <summary>Host name or address of the server.</summary>
    [Input("server", required: true)]
    public required string Server { get; init; }

    /// <summary>Exported directory, absolute.</summary>
    [Input("path", required: true)]
    public required string Path { get; init; }
}
