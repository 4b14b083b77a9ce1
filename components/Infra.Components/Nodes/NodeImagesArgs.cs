using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>How container images get to the nodes of a pool.</summary>
public sealed class NodeImagesArgs : ResourceArgs
{
    /// <summary>
    /// Whether layers are pulled and unpacked side by side, by the SOCI snapshotter, in up to half of the time. Default: false. Needs local NVMe disks, or a volume of 600 MiB/s. AWS calls it
    /// experimental on AL2023.
    /// </summary>
    [Input("parallelPull")]
    public bool ParallelPull { get; init; }

    /// <summary>
    /// Id of an EBS snapshot of a Bottlerocket node's second volume, which the volume of images and pods' files is made from; that has to be as large. Default: none. Images that
    /// it holds aren't pulled.
    /// </summary>
    [Input("snapshot")]
    public string? Snapshot { get; init; }

    /// <summary>MiB/s at which EBS fills the volume from the snapshot, 100 to 300, at a price per GiB. Default: as it is read, the first time slowly.</summary>
    [Input("snapshotRate")]
    public int? SnapshotRate { get; init; }

    internal NodeImages ToImages() => new(ParallelPull, Snapshot, SnapshotRate);
}
