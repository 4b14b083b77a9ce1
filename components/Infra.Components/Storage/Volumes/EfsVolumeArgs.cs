using Pulumi;

namespace Infra.Components.Storage.Volumes;

/// <summary>A file system of EFS: encrypted, with elastic throughput, and an address in every zone.</summary>
public sealed class EfsVolumeArgs : ResourceArgs
{
    /// <summary>Where it has its addresses: every zone that pods may run in.</summary>
    [Input("network", required: true)]
    public required VolumeNetworkArgs Network { get; init; }
}
