using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>The GPUs of an instance type; all of one kind.</summary>
public sealed record Accelerator
{
    /// <summary>Short lower-case name as EC2 uses it, for example <c>t4</c> or <c>a100</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>nvidia</c> or <c>amd</c>.</summary>
    public required string Manufacturer { get; init; }

    /// <summary>The name people use, for example <c>NVIDIA A100</c>; null where no source gave it.</summary>
    public string? Product { get; init; }

    /// <summary>The extended resource under which a device plugin offers it to pods, for example <c>nvidia.com/gpu</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>CUDA compute capability, for example 7.5; null for other makers and where the sources disagree.</summary>
    public decimal? ComputeCapability { get; init; }

    /// <summary>Devices in one instance, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// Memory of one device as EC2 reports it: nominal, some of it is not usable. EC2 counts some cards in powers of ten: a 24 GB card is 22,888 MiB.
    /// </summary>
    public required ByteSize NominalMemory { get; init; }

    /// <summary>Memory of one device that a process can use, as measured; null where nobody published it.</summary>
    public ByteSize? UsableMemory { get; init; }

    /// <summary>Nominal memory of all devices together.</summary>
    public ByteSize TotalNominalMemory => new(NominalMemory.Bytes * Count);
}
