namespace Infra.Core.Nodes;

/// <summary>How container images get to the nodes of a pool (<c>images</c>).</summary>
/// <param name="ParallelPull">Whether layers are pulled and unpacked side by side (<c>parallelPull</c>).</param>
/// <param name="Snapshot">Id of the EBS snapshot that the volume of images is made from (<c>snapshot</c>); null for an empty one.</param>
/// <param name="SnapshotRate">MiB/s at which EBS fills the volume from the snapshot (<c>snapshotRate</c>); null for as it is read.</param>
public sealed record NodeImages(bool ParallelPull = false, string? Snapshot = null, int? SnapshotRate = null)
{
    /// <summary>Slowest rate that EBS takes money for (EBS user guide, "Volume initialization rate").</summary>
    public const int LeastSnapshotRate = 100;

    /// <summary>Fastest one.</summary>
    public const int MostSnapshotRate = 300;
}
