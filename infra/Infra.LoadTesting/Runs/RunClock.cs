namespace Infra.LoadTesting.Runs;

/// <summary>The time since a run began, which alone counts in it.</summary>
public sealed class RunClock
{
    private readonly TimeProvider _time;
    private readonly long _start;

    public RunClock(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        (_time, _start) = (time, time.GetTimestamp());
    }

    /// <summary>Microseconds since then.</summary>
    public long Micros => _time.GetElapsedTime(_start).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Waits until so many microseconds have passed; not at all if they have.</summary>
    public async Task UntilAsync(long micros, CancellationToken stop)
    {
        while (micros - Micros is var left and > 0)
        {
            // A timer counts whole milliseconds and may ring early; a run of days outlasts what one can count.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(Math.Ceiling(left / 1000.0), int.MaxValue)), _time, stop);
        }
    }
}
