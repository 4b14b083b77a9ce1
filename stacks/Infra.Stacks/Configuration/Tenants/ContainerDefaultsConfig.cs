using Infra.Components.Tenants;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>CPU and memory of containers that don't say theirs; with a quota their pods would be refused otherwise. What the stack runs says all of it.</summary>
public sealed record ContainerDefaultsConfig
{
    /// <summary>CPU request. Default: 100m.</summary>
    [InRange<CpuQuantity>(Min = "1m", Max = "64")]
    public CpuQuantity Cpu { get; init; } = new(100);

    /// <summary>Memory request. Default: 256Mi.</summary>
    [InRange<ByteSize>(Min = "1Mi", Max = "64Gi")]
    public ByteSize Memory { get; init; } = ByteSize.FromMebibytes(256);

    /// <summary>The same in the form of the component.</summary>
    internal ContainerDefaultsArgs ToArgs() => new() { Cpu = Cpu.ToString(), Memory = Memory.ToString() };
}
