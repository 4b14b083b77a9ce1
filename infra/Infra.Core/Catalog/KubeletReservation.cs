using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>
/// What the kubelet of an EKS node keeps from pods. AL2023 (nodeadm) and Bottlerocket have the same formulas on both architectures, and Karpenter
/// expects them; sources in the catalogue's data under <c>reservation</c>. The thresholds are those of nodeadm; Bottlerocket sets none, and the
/// kubelet's own defaults are the same, with one for images (15 % of the volume) beside.
/// </summary>
/// <param name="Cpu">Reserved CPU.</param>
/// <param name="Memory">Reserved memory, without the eviction threshold.</param>
public sealed record KubeletReservation(CpuQuantity Cpu, ByteSize Memory)
{
    /// <summary>The reserved disk space: 1 GiB on every node.</summary>
    public static ByteSize EphemeralStorage { get; } = ByteSize.FromGibibytes(1);

    /// <summary>Below this much free memory the kubelet evicts pods, so nobody can count on it: 100 MiB on every node.</summary>
    public static ByteSize EvictionThreshold { get; } = ByteSize.FromMebibytes(100);

    // The kubelet evicts pods when less than a tenth of the volume is free (nodeadm, evictionHard nodefs.available).
    private const int EvictionShare = 10;

    /// <summary>What pods may use of a node's volume: what is left after the reservation and the eviction threshold.</summary>
    /// <param name="volume">The volume that holds images and pods' files.</param>
    public static ByteSize AllocatableStorage(ByteSize volume) =>
        new(Math.Max(0, volume.Bytes - (volume.Bytes / EvictionShare) - EphemeralStorage.Bytes));

    /// <summary>The smallest volume of whole GiB that leaves so much to pods: the inverse of <see cref="AllocatableStorage"/>.</summary>
    /// <param name="allocatable">What pods are to have.</param>
    public static ByteSize VolumeFor(ByteSize allocatable)
    {
        var gibibyte = ByteSize.FromGibibytes(1).Bytes;
        var least = (allocatable.Bytes + EphemeralStorage.Bytes) * EvictionShare;
        var perUnit = (EvictionShare - 1) * gibibyte;
        return ByteSize.FromGibibytes((least + perUnit - 1) / perUnit);
    }

    /// <summary>The reservation of a node: CPU follows the vCPUs, memory follows the number of pods that it may run.</summary>
    /// <param name="vcpus">The vCPUs, at least 1.</param>
    /// <param name="maxPods">The kubelet's <c>maxPods</c>.</param>
    public static KubeletReservation For(int vcpus, int maxPods) =>
        new(new CpuQuantity(Millicores(vcpus)), ByteSize.FromMebibytes(255 + (11L * maxPods)));

    // 6 % of the first core, 1 % of the second, 0.5 % of the third and fourth, 0.25 % of the rest, each rounded down.
    private static long Millicores(int vcpus) =>
        60 + (vcpus > 1 ? 10 : 0) + (Math.Clamp(vcpus - 2, 0, 2) * 5) + (Math.Max(vcpus - 4, 0) * 1000L * 25 / 10_000);
}
