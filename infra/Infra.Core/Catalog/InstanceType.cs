using System.Collections.Immutable;
using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>The facts about one EC2 instance type. What is not known is null, never a guess.</summary>
public sealed record InstanceType
{
    // Karpenter's default for the memory that hypervisor and kernel take, where no node has been measured.
    private const long OverheadPerThousand = 75;
    private const long ArmFirmwareMebibytes = 64;

    /// <summary>The name in the EC2 API, for example <c>g4dn.xlarge</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The part before the point, for example <c>g4dn</c>.</summary>
    public string Family => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Virtual CPUs.</summary>
    public required int Vcpus { get; init; }

    /// <summary>Memory as EC2 advertises it; a node sees less.</summary>
    public required ByteSize Memory { get; init; }

    /// <summary>Memory that Linux saw on a real instance; null where nobody measured it.</summary>
    public ByteSize? MeasuredMemory { get; init; }

    /// <summary>The instruction set.</summary>
    public required CpuArchitecture Architecture { get; init; }

    /// <summary>True where no hypervisor lies between the node and the machine; such nodes start slowly.</summary>
    public required bool IsBareMetal { get; init; }

    /// <summary>The GPUs or Neuron devices; null if it has none.</summary>
    public Accelerator? Accelerator { get; init; }

    /// <summary>Elastic Fabric Adapter interfaces that it can have; 0 if it cannot.</summary>
    public required int EfaInterfaces { get; init; }

    /// <summary>Network bandwidth that it always has, without bursts, in Gbit/s.</summary>
    public required decimal NetworkGbps { get; init; }

    /// <summary>Bandwidth to EBS volumes, bursts included, in Mbit/s.</summary>
    public required int EbsMbps { get; init; }

    /// <summary>Local NVMe storage in GB (10^9 bytes); 0 if it has none. Its data ends with the instance.</summary>
    public required int LocalNvmeGigabytes { get; init; }

    /// <summary>The local NVMe disks joined to one volume (RAID0), as AL2023 and Bottlerocket do where asked; the file system takes a little of it.</summary>
    public ByteSize InstanceStore => new(LocalNvmeGigabytes * 1_000_000_000L);

    /// <summary>How many pods it may run, and what that depends on.</summary>
    public required PodLimits PodLimits { get; init; }

    /// <summary>The kubelet's <c>maxPods</c> by default: limited by network interfaces, without prefix delegation.</summary>
    public int MaxPods => PodLimits.ByInterfaces;

    /// <summary>True if it is sold as spot; null where no source lists it.</summary>
    public bool? IsSoldAsSpot { get; init; }

    /// <summary>On-demand prices, one per region; a region without a confirmed price is absent.</summary>
    public required ImmutableArray<Price> OnDemandPrices { get; init; }

    /// <summary>What spot saves over on-demand, one per region; none where no source lists it.</summary>
    public ImmutableArray<SpotSaving> SpotSavings { get; init; } = [];

    /// <summary>Whether it should be used for new work.</summary>
    public Lifecycle Lifecycle { get; init; } = Lifecycle.Current;

    /// <summary>What the kubelet keeps from pods at the default number of pods.</summary>
    public KubeletReservation Reservation => KubeletReservation.For(Vcpus, MaxPods);

    /// <summary>What a node offers to pods at the default number of pods.</summary>
    public Allocatable Allocatable => AllocatableFor(MaxPods);

    /// <summary>
    /// What a node offers to pods if the kubelet's <c>maxPods</c> is set. Bottlerocket then reserves memory for that many pods, AL2023 still for
    /// as many as the interfaces allow; which of the two EKS makes of its own limit is not documented, so the greater one is taken.
    /// </summary>
    /// <param name="maxPods">The kubelet's <c>maxPods</c>.</param>
    public Allocatable AllocatableFor(int maxPods)
    {
        var reservation = KubeletReservation.For(Vcpus, Math.Max(maxPods, MaxPods));
        var seen = MeasuredMemory ?? EstimatedMemory();
        return new Allocatable(
            new CpuQuantity((Vcpus * 1000L) - reservation.Cpu.Millicores),
            new ByteSize(seen.Bytes - reservation.Memory.Bytes - KubeletReservation.EvictionThreshold.Bytes),
            maxPods,
            MeasuredMemory is null ? FactBasis.Estimated : FactBasis.Measured);
    }

    /// <summary>What pods may use of a node's disk for images and files, by the kubelet's reservation and eviction threshold.</summary>
    /// <param name="volume">The EBS volume that holds them otherwise.</param>
    /// <param name="onInstanceStore">True if the local disks, joined to one, take its place: RAID0 of nodeadm, ephemeral storage of Bottlerocket. A type without local disks stays on the volume.</param>
    public ByteSize AllocatableStorage(ByteSize volume, bool onInstanceStore) =>
        KubeletReservation.AllocatableStorage(onInstanceStore && LocalNvmeGigabytes > 0 ? InstanceStore : volume);

    /// <summary>The on-demand price in a region; null where nobody confirmed one.</summary>
    /// <param name="region">The AWS region, for example <c>us-east-1</c>.</param>
    public Price? OnDemandPrice(string region) => OnDemandPrices.FirstOrDefault(price => price.Region == region);

    private ByteSize EstimatedMemory()
    {
        var mebibytes = (Memory.Bytes >> 20) - (Architecture == CpuArchitecture.Arm64 ? ArmFirmwareMebibytes : 0);
        var overhead = ((mebibytes * OverheadPerThousand) + 999) / 1000;
        return ByteSize.FromMebibytes(mebibytes - overhead);
    }
}
