using System.Collections.Concurrent;

namespace Infra.LoadTesting.Tests.Runs;

/// <summary>A clock that goes on to the next timer as soon as nothing is left to do: a run of an hour takes as long as its work, and the same every time.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> _timers = new();
    private long _now;
    private long _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>What a process sees that was stopped for a while.</summary>
    public void Jump(TimeSpan time) => _now += time.Ticks;

    /// <summary>Runs everything on this thread until the task is done.</summary>
    public T Run<T>(Func<Task<T>> start)
    {
        var before = SynchronizationContext.Current;
        var work = new Queued();
        SynchronizationContext.SetSynchronizationContext(work);
        try
        {
            var task = start();
            while (!task.IsCompleted)
            {
                if (work.TryTake(out var next))
                {
                    next();
                }
                else if (_timers.TryDequeue(out var timer, out var at))
                {
                    if (timer.IsDue(at.Due))
                    {
                        _now = Math.Max(_now, at.Due);
                        timer.Fire();
                    }
                }
                else
                {
                    throw new InvalidOperationException("nothing is left to do, and the task waits");
                }
            }
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class Queued : SynchronizationContext
    {
        private readonly ConcurrentQueue<Action> _work = new();

        public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue(() => d(state));

        public bool TryTake(out Action action) => _work.TryDequeue(out action!);
    }

    private sealed class VirtualTimer(VirtualTime clock, Action fire) : ITimer
    {
        private long? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime.Ticks;
            if (_due is { } due)
            {
                clock._timers.Enqueue(this, (due, clock._order++));
            }
            return true;
        }

        public bool IsDue(long due) => _due == due;

        public void Fire()
        {
            _due = null;
            fire();
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
