using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>Room that a pool holds ready, in places of one size. It costs what its nodes cost.</summary>
public sealed record HeadroomConfig
{
    /// <summary>Places, 1 or more.</summary>
    [InRange(Min = 1, Max = 100)]
    public required int Replicas { get; init; }

    /// <summary>Devices of a place. Default: 1.</summary>
    [InRange(Min = 0, Max = 64)]
    public int Devices { get; init; } = 1;

    /// <summary>CPU of a place. Default: 1.</summary>
    public CpuQuantity Cpu { get; init; } = new(1000);

    /// <summary>Memory of a place. Default: 1Gi.</summary>
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(1);
}
