namespace Infra.Capacity.Simulation.Requests;

/// <summary>How many of a number of times are within a target: counted, where a histogram would only know it within a bucket.</summary>
internal sealed class TargetCount(long? targetMicros)
{
    private readonly long _target = targetMicros ?? long.MaxValue;
    private long _all;
    private long _within;

    public long? TargetMicros { get; } = targetMicros;

    /// <summary>Whether anything was recorded.</summary>
    public bool IsEmpty => _all == 0;

    /// <summary>The share within the target.</summary>
    /// <param name="missed">How many there were that have no time and count as late.</param>
    public double Share(long missed) => _all + missed == 0 ? 1 : (double)_within / (_all + missed);

    public void Record(long micros, long count)
    {
        _all += count;
        _within += micros <= _target ? count : 0;
    }
}
