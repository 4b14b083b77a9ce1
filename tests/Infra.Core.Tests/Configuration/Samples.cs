using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Core.Tests.Configuration;

// Records of the shape that stacks declare; one of every type that the binder knows.
public sealed record SamplePool
{
    [Matches("[a-z]([a-z0-9-]*[a-z0-9])?", "lowercase letters, digits and '-'")]
    [MaxLength(20)]
    public required string Name { get; init; }

    [NonEmpty]
    public required ImmutableArray<string> InstanceTypes { get; init; }

    public SampleCapacity Capacity { get; init; } = new();

    [InRange<ByteSize>(Min = "20Gi", Max = "16Ti")]
    public ByteSize RootVolume { get; init; } = ByteSize.FromGibibytes(100);

    public CpuQuantity? Reserved { get; init; }

    public GoDuration Grace { get; init; } = new(30_000);

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string? Comment { get; init; } = "none";

    public string? Version { get; init; }

    public bool Legacy { get; init; }

    [InRange(Min = 0, Max = 1)]
    public double SpotShare { get; init; } = 0.5;

    [InRange(Min = 1)]
    public ImmutableArray<int> Ports { get; init; }
}

public sealed record SampleCapacity : IConfigRules
{
    [InRange(Min = 0, Max = 100)]
    public int Min { get; init; }

    [InRange(Min = 0, Max = 100)]
    public int Max { get; init; } = 1;

    public SampleKind Kind { get; init; }

    public void Check(string path, ConfigProblems problems)
    {
        if (Max < Min)
        {
            problems.Add(ConfigPath.Key(path, "max"), $"{Max} is less than min, which is {Min}");
        }
    }
}

public enum SampleKind
{
    OnDemand,
    Spot,

    [WireName("capacity-block")]
    CapacityBlock,
}
