using Infra.Core.Units;

namespace Infra.Core.Catalog;

/// <summary>What an instance type must have; what is null is not asked for.</summary>
public sealed record InstanceQuery
{
    /// <summary>Name or model of the accelerator, for example <c>a100</c> or <c>a100-80gb</c>.</summary>
    public string? Gpu { get; init; }

    /// <summary>The family, for example <c>g4dn</c>.</summary>
    public string? Family { get; init; }

    /// <summary>The instruction set.</summary>
    public CpuArchitecture? Architecture { get; init; }

    /// <summary>Whole accelerators at least.</summary>
    public int? MinGpus { get; init; }

    /// <summary>Nominal memory of each accelerator at least.</summary>
    public ByteSize? MinMemory { get; init; }

    /// <summary>vCPUs at least.</summary>
    public int? MinVcpus { get; init; }

    /// <summary>True if it must have an Elastic Fabric Adapter.</summary>
    public bool Efa { get; init; }
}
