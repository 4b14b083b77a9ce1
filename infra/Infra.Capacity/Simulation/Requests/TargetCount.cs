namespace Infra.Capacity.Simulation.Requests;

/// <summary>How many of a number of times are within a target: counted, where a histogram would only know it within a bucket.</summary>
internal sealed class TargetCount(long? targetMicros)
{
    private readonly long _target = targetMicros ?? long.MaxValue;
    private long _all;
    private long _within;

    public long? TargetMicros { get; } = targetMicros;

    public double Share => _all == 0 ? 1 : (double)_within / _all;

    public void Record(long micros, long count)
    {
        _all += count;
        _within += micros <= _target ? count : 0;
    }
}
