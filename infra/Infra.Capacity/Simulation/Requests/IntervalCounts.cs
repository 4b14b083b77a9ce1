using Infra.Capacity.Statistics;

namespace Infra.Capacity.Simulation.Requests;

/// <summary>A model's requests since the last interval was closed.</summary>
internal sealed class IntervalCounts
{
    private readonly LatencyHistogram _latency = new();
    private readonly LatencyHistogram _firstToken = new();
    private long _arrived;
    private long _failed;

    /// <summary>Whether anything happened.</summary>
    public bool IsEmpty => _arrived + _failed + _latency.Count + _firstToken.Count == 0;

    public void Arrive() => _arrived++;

    public void Complete(long micros) => _latency.Record(micros);

    public void BeginAnswer(long micros) => _firstToken.Record(micros);

    public void Fail() => _failed++;

    /// <summary>What there was; from now on it is another interval.</summary>
    /// <param name="begin">When it began.</param>
    public TrafficInterval Close(long begin)
    {
        var interval = new TrafficInterval
        {
            AtMicros = begin,
            Arrived = _arrived,
            Completed = _latency.Count,
            Failed = _failed,
            Latency = _latency.Count == 0 ? null : new IntervalLatency(_latency.MeanMicros, _latency.Percentile(50), _latency.Percentile(95), _latency.Percentile(99), _latency.MaxMicros),
            FirstTokenP95Micros = _firstToken.Count == 0 ? null : _firstToken.Percentile(95),
        };
        (_arrived, _failed) = (0, 0);
        _latency.Clear();
        _firstToken.Clear();
        return interval;
    }
}
