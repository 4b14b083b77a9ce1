using Infra.Core.Catalog;
using Infra.Core.Units;

namespace Infra.Core.Nodes;

/// <summary>The disk of a node that holds images and pods' files.</summary>
public static class NodeStorage
{
    /// <summary>What a root volume has at least if nobody says its size: GPU images alone take tens of GiB.</summary>
    public static ByteSize LeastDerived { get; } = ByteSize.FromGibibytes(100);

    /// <summary>The smallest root volume: what an EKS AMI needs itself.</summary>
    public static ByteSize Smallest { get; } = ByteSize.FromGibibytes(20);

    /// <summary>The largest gp3 volume.</summary>
    public static ByteSize Largest { get; } = ByteSize.FromGibibytes(16_384);

    // Ours: what XFS keeps for itself, generously.
    private const int FileSystemPerThousand = 20;

    // An image as the registry has it, and unpacked beside it while containerd pulls: 9.5 GB became 20 GB
    // (aws-ia/terraform-aws-eks-blueprints, patterns/ml-container-cache).
    private const int UnpackedFactor = 3;

    private const long Step = 10;

    /// <summary>The local NVMe disks as one volume: of the instance type that has the least.</summary>
    /// <param name="types">Instance types with local NVMe disks.</param>
    public static ByteSize LocalNvme(IEnumerable<InstanceType> types)
    {
        var least = types.Min(type => type.InstanceStore);
        return new ByteSize(least.Bytes - (least.Bytes * FileSystemPerThousand / 1000));
    }

    /// <summary>A root volume for what may run on one node; a round number of GiB, within what EBS has.</summary>
    /// <param name="images">Compressed size of all images that a node may hold at once.</param>
    /// <param name="pods">Disk that pods may ask for on one node at once.</param>
    public static ByteSize RootVolume(ByteSize images, ByteSize pods)
    {
        // The smallest volume whose allocatable part holds the pods, beside operating system and images.
        var needed = Smallest.Bytes + (UnpackedFactor * images.Bytes) + pods.Bytes + KubeletReservation.EphemeralStorage.Bytes;
        var gibibytes = (long)Math.Ceiling(needed / (1 - KubeletReservation.EvictedShare) / ByteSize.FromGibibytes(1).Bytes);
        var rounded = ByteSize.FromGibibytes((gibibytes + Step - 1) / Step * Step);
        return new ByteSize(Math.Clamp(rounded.Bytes, LeastDerived.Bytes, Largest.Bytes));
    }
}
