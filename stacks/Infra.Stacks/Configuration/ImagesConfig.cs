using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Core.Configuration;
using Infra.Core.Nodes;

namespace Infra.Stacks.Configuration;

/// <summary>How container images get to the nodes of a pool: the larger part of many cold starts.</summary>
public sealed record ImagesConfig : IConfigRules
{
    /// <summary>
    /// Whether layers are pulled and unpacked side by side (SOCI snapshotter), in up to half of the time. Needs localNvme, or rootVolumeThroughput: 600. AWS calls it experimental on
    /// AL2023. Default: false.
    /// </summary>
    public bool ParallelPull { get; init; }

    /// <summary>
    /// EBS snapshot of a Bottlerocket node's second volume, from which that of every node is made; rootVolume has to be as large. Needs a Bottlerocket amiType. Default: none.
    /// </summary>
    public string? Snapshot { get; init; }

    /// <summary>The images that the snapshot holds, as pods name them: their starts count as fast, those of others don't. Needed with snapshot.</summary>
    public ImmutableArray<string> SnapshotImages { get; init; } = [];

    /// <summary>MiB/s at which EBS fills volumes from the snapshot, at a price per GiB. Default: as they are read, the first time slowly.</summary>
    [InRange(Min = NodeImages.LeastSnapshotRate, Max = NodeImages.MostSnapshotRate)]
    public int? SnapshotRate { get; init; }

    /// <summary>
    /// Whether a pod on every node pulls the images of all models of the pool before they are asked for. Shortens starts on nodes that run already. Needs Kubernetes 1.35. Default: false.
    /// </summary>
    public bool PrePull { get; init; }

    /// <summary>The part of it that nodes are launched with.</summary>
    internal NodeImages OfNodes => new(ParallelPull, Snapshot, SnapshotRate);

    /// <summary>The component's form of that part.</summary>
    internal NodeImagesArgs ToArgs() => new() { ParallelPull = ParallelPull, Snapshot = Snapshot, SnapshotRate = SnapshotRate };

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Snapshot is null != SnapshotImages.IsEmpty)
        {
            problems.Add(
                ConfigPath.Key(path, "snapshotImages"),
                Snapshot is null ? "there is no snapshot that would hold them; remove them, or name a snapshot" : "missing; say which images the snapshot holds, as pods name them");
        }
    }
}
