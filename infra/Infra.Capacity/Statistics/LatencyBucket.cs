namespace Infra.Capacity.Statistics;

/// <summary>Values that a histogram doesn't tell apart, and how many of them there were.</summary>
/// <param name="LowestMicros">The least of them.</param>
/// <param name="HighestMicros">The greatest, which belongs to them too.</param>
/// <param name="Count">How many were recorded.</param>
public readonly record struct LatencyBucket(long LowestMicros, long HighestMicros, long Count)
{
    /// <summary>What stands for all of them.</summary>
    public long MiddleMicros => LowestMicros + ((HighestMicros - LowestMicros) / 2);
}
