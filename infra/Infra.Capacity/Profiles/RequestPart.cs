using System.Collections.Immutable;
using Infra.Capacity.Service;

namespace Infra.Capacity.Profiles;

/// <summary>What a <see cref="RequestProfile"/> has of its own.</summary>
internal sealed record RequestPart
{
    public required ImmutableArray<PointPart> BatchTimes { get; init; }

    public SpreadKind Spread { get; init; } = SpreadKind.Deterministic;

    /// <summary>Of a measured spread only.</summary>
    public ImmutableArray<double> Quantiles { get; init; } = [];

    public int Servers { get; init; } = 1;

    public int MaxBatchSize { get; init; } = 1;

    public int MaxBatchDelayMicros { get; init; }
}
