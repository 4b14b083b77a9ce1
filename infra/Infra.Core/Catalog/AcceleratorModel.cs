using System.Collections.Immutable;
using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>The facts about one model of GPU or Neuron device, whatever instance types have it. What is not known is null, never a guess.</summary>
public sealed record AcceleratorModel
{
    // The greatest losses that were measured, both on a T4: of the driver's total, and of the nominal size.
    private const long LeastPerThousandOfDriver = 970;
    private const long LeastPerThousandOfNominal = 909;

    /// <summary>The name in the catalogue, for example <c>a100-40gb</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Short lower-case name as EC2 uses it, for example <c>a100</c>; models of different memory share it.</summary>
    public required string Name { get; init; }

    /// <summary><c>nvidia</c>, <c>amd</c> or <c>aws</c>.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>The name people use, for example <c>NVIDIA A100 40GB</c>; null where no source gave it.</summary>
    public string? Product { get; init; }

    /// <summary>The extended resource under which a device plugin offers a whole device to pods, for example <c>nvidia.com/gpu</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>NVIDIA's name of the generation, for example <c>Ampere</c>; null for other makers.</summary>
    public string? Architecture { get; init; }

    /// <summary>CUDA compute capability, for example 7.5; null for other makers.</summary>
    public decimal? ComputeCapability { get; init; }

    /// <summary>Number formats that it computes in; empty where no source says.</summary>
    public required ImmutableArray<Precision> Precisions { get; init; }

    /// <summary>Neuron cores of one device; null for GPUs.</summary>
    public int? CoresPerDevice { get; init; }

    /// <summary>
    /// Memory as EC2 reports it, or its maker for Neuron devices. EC2 counts some cards in powers of ten: a 24 GB card is 22,888 MiB, less than the driver sees.
    /// </summary>
    public required ByteSize NominalMemory { get; init; }

    /// <summary>Memory as NVIDIA's driver reports it, its own reserve included: <c>nvidia-smi</c>, and the label <c>nvidia.com/gpu.memory</c>; null where nobody published it.</summary>
    public ByteSize? DriverMemory { get; init; }

    /// <summary>Memory that a process can use, as measured; null where nobody published it.</summary>
    public ByteSize? MeasuredMemory { get; init; }

    /// <summary>Where <see cref="MeasuredMemory"/> was read.</summary>
    public FactSource? MeasuredMemorySource { get; init; }

    /// <summary>
    /// Memory that a process can use: measured, else an estimate that no measured card falls below — 97 % of what the driver
    /// reports or, where not even that was published, 90.9 % of the nominal size.
    /// </summary>
    public ByteSize UsableMemory => MeasuredMemory
        ?? Share(DriverMemory, LeastPerThousandOfDriver)
        ?? Share(NominalMemory, LeastPerThousandOfNominal)!.Value;

    /// <summary>How well <see cref="UsableMemory"/> is known.</summary>
    public FactBasis UsableMemoryBasis => MeasuredMemory is null ? FactBasis.Estimated : FactBasis.Measured;

    /// <summary>How it can be cut into pieces; null where it can't.</summary>
    public MigGeometry? Mig { get; init; }

    /// <summary>The last software that supports it; null while its maker supports it.</summary>
    public EndOfSupport? EndOfSupport { get; init; }

    /// <summary>
    /// Memory that a process can use in a piece of the GPU, an estimate: 95 % of the piece's share. Pieces show a little less than their share:
    /// 19,968 MiB of a 3g.20gb (XuehaiPan/nvitop, pull/8), 17.5 GiB of a 1g.18gb (NVIDIA/mig-parted, pull/139).
    /// </summary>
    /// <param name="profile">A profile of this model.</param>
    public ByteSize MemoryOf(MigProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return ByteSize.FromMebibytes((UsableMemory.Bytes >> 20) * profile.MemorySlices * 95 / (100 * Mig!.MemorySlices));
    }

    private static ByteSize? Share(ByteSize? memory, long perThousand) =>
        memory is { } known ? ByteSize.FromMebibytes((known.Bytes >> 20) * perThousand / 1000) : null;
}
