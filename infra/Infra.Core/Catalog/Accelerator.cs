using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>The GPUs or Neuron devices of an instance type; all of one model.</summary>
public sealed record Accelerator
{
    /// <summary>What the devices are.</summary>
    public required AcceleratorModel Model { get; init; }

    /// <summary>Whole devices in one instance; 0 where it has only a part of one.</summary>
    public required int Count { get; init; }

    /// <summary>The part of a device that the instance has (g6f, gr6f); null for whole devices. The device plugin doesn't offer it as a GPU.</summary>
    public decimal? Fraction { get; init; }

    /// <summary>Nominal memory of one device, or of the part.</summary>
    public required ByteSize NominalMemory { get; init; }

    /// <summary>Short lower-case name as EC2 uses it, for example <c>t4</c> or <c>a100</c>.</summary>
    public string Name => Model.Name;

    /// <summary><c>nvidia</c>, <c>amd</c> or <c>aws</c>.</summary>
    public string Manufacturer => Model.Manufacturer;

    /// <summary>Nominal memory of all whole devices together.</summary>
    public ByteSize TotalNominalMemory => new(NominalMemory.Bytes * Count);
}
