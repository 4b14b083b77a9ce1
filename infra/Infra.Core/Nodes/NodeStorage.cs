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

    // Volumes grow in steps, so that a slightly larger model changes no launch template.
    private static ByteSize Step { get; } = ByteSize.FromGibibytes(10);

    /// <summary>What images take while they are pulled.</summary>
    /// <param name="compressed">Their compressed size.</param>
    public static ByteSize ForImages(ByteSize compressed) => new(UnpackedFactor * compressed.Bytes);

    /// <summary>The local NVMe disks as one volume: of the instance type that has the least.</summary>
    /// <param name="types">Instance types with local NVMe disks.</param>
    public static ByteSize LocalNvme(IEnumerable<InstanceType> types)
    {
        var least = types.Min(type => type.InstanceStore);
        return new ByteSize(least.Bytes - (least.Bytes * FileSystemPerThousand / 1000));
    }

    /// <summary>A root volume for what may run on one node: round, at least <see cref="LeastDerived"/>, at most what EBS has.</summary>
    /// <param name="images">Compressed size of all images that a node may hold at once.</param>
    /// <param name="pods">Disk that pods may ask for on one node at once.</param>
    public static ByteSize RootVolume(ByteSize images, ByteSize pods)
    {
        var needed = new ByteSize(Smallest.Bytes + ForImages(images).Bytes + pods.Bytes);
        var steps = (KubeletReservation.VolumeFor(needed).Bytes + Step.Bytes - 1) / Step.Bytes;
        return new ByteSize(Math.Clamp(steps * Step.Bytes, LeastDerived.Bytes, Largest.Bytes));
    }
}
