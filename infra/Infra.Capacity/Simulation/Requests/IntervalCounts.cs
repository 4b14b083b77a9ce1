using System.Collections.Immutable;

namespace Infra.Capacity.Simulation.Requests;

/// <summary>A model's requests by intervals of equal length.</summary>
internal sealed class IntervalCounts(long intervalMicros)
{
    private readonly ImmutableArray<TrafficInterval>.Builder _closed = ImmutableArray.CreateBuilder<TrafficInterval>();
    private long _begin;
    private long _arrived;
    private long _completed;
    private long _failed;
    private long _sum;
    private long _max;

    public void Arrive(long now)
    {
        MoveTo(now);
        _arrived++;
    }

    public void Complete(long now, long micros)
    {
        MoveTo(now);
        _completed++;
        _sum += micros;
        _max = Math.Max(_max, micros);
    }

    public void Fail(long now)
    {
        MoveTo(now);
        _failed++;
    }

    /// <summary>All intervals that began before the end.</summary>
    public ImmutableArray<TrafficInterval> Close(long end)
    {
        MoveTo(end);
        if (_begin < end || _arrived + _completed + _failed > 0)
        {
            CloseOne();
        }

        return _closed.ToImmutable();
    }

    private void MoveTo(long now)
    {
        while (now >= _begin + intervalMicros)
        {
            CloseOne();
        }
    }

    private void CloseOne()
    {
        _closed.Add(new TrafficInterval(_begin, _arrived, _completed, _failed, _completed == 0 ? 0 : (double)_sum / _completed, _max));
        _begin += intervalMicros;
        (_arrived, _completed, _failed, _sum, _max) = (0, 0, 0, 0, 0);
    }
}
