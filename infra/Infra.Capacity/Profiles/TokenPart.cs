using System.Collections.Immutable;
using Infra.Capacity.Service;

namespace Infra.Capacity.Profiles;

/// <summary>What a <see cref="TokenProfile"/> has of its own.</summary>
internal sealed record TokenPart
{
    public required ImmutableArray<PointPart> PrefillTimes { get; init; }

    public required ImmutableArray<PointPart> DecodeTimes { get; init; }

    public double DecodeMicrosPerCachedToken { get; init; }

    public required int MaxSequences { get; init; }

    public required int KvTokens { get; init; }

    public int MaxBatchedTokens { get; init; } = 2048;
}
