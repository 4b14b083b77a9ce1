namespace Pulumi;

/// <summary>
/// Keeps count of what is going on in a run. Two kinds of work are counted apart: tasks and callbacks of the user (which
/// end by themselves) and everything else, which only goes on when one of those ends. When nothing of the user's is left
/// and something still waits, it waits forever.
/// </summary>
internal sealed class Runner
{
    // Nothing of the user's runs and still something waits: seen so often in a row, the program is stuck.
    private const int QuietObservations = 5;
    private static readonly TimeSpan _observationTime = TimeSpan.FromMilliseconds(100);
    private readonly Lock _gate = new();
    private readonly List<RunFailure> _failures = [];
    private readonly Dictionary<Exception, int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ResourceState> _registering = [];
    private TaskCompletionSource? _changed;
    private int _active;
    private int _userTasks;
    private long _progress;

    /// <summary>The failure of a task fails the run; one exception counts once, whatever it went through.</summary>
    public void Track(Task task, Resource? resource = null)
    {
        if (task.IsCompletedSuccessfully)
            return;
        lock (_gate)
            _active++;
        if (task.IsCompleted)
            Finish(task, resource);
        else
            task.ContinueWith(finished => Finish(finished, resource), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public void Begin(ResourceState state)
    {
        lock (_gate)
        {
            _progress++;
            _registering.Add(state);
        }
    }

    public void End(ResourceState state)
    {
        lock (_gate)
        {
            _progress++;
            _registering.Remove(state);
        }
    }

    public void BeginUserTask()
    {
        lock (_gate)
        {
            _progress++;
            _userTasks++;
        }
    }

    public void EndUserTask()
    {
        lock (_gate)
        {
            _progress++;
            _userTasks--;
        }

        Signal();
    }

    public void Fail(Exception exception, Resource? resource = null)
    {
        lock (_gate)
        {
            if (_known.TryAdd(exception, _failures.Count))
                _failures.Add(new RunFailure(exception, resource));
            else if (_failures[_known[exception]] is { Resource: null } known)
                _failures[_known[exception]] = known with { Resource = resource };
        }
    }

    public RunWaiting Waiting()
    {
        lock (_gate)
            return new RunWaiting(_progress, _userTasks, _active > 0, [.. _registering]);
    }

    /// <summary>Waits until nothing is left to do, or until something has failed.</summary>
    public async Task<IReadOnlyList<RunFailure>> WhenIdleOrFailedAsync()
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (_active == 0 || _failures.Count > 0)
                    return [.. _failures];
                change = NextChange();
            }

            await change.ConfigureAwait(false);
        }
    }

    /// <summary>Waits until nothing is left to do, or nothing can go on.</summary>
    public async Task<RunEnd> WhenIdleOrStuckAsync(TimeProvider time)
    {
        var quiet = 0;
        while (true)
        {
            Task change;
            bool mayBeStuck;
            lock (_gate)
            {
                if (_active == 0)
                    return new RunEnd([.. _failures], IsStuck: false, []);
                mayBeStuck = _userTasks == 0;
                if (mayBeStuck && quiet == QuietObservations)
                    return new RunEnd([.. _failures], IsStuck: true, [.. _registering]);
                change = NextChange();
            }

            // What follows from the last user task may still be running on its thread, or be queued; an observation
            // passes through the same queue. The pool's own counters are the whole process's and say nothing of this run.
            await (mayBeStuck ? Task.WhenAny(change, Task.Delay(_observationTime, time)) : change).ConfigureAwait(false);
            quiet = mayBeStuck && !change.IsCompleted ? quiet + 1 : 0;
        }
    }

    private Task NextChange()
        => (_changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Finish(Task task, Resource? resource)
    {
        foreach (var exception in task.Exception?.InnerExceptions ?? [])
            Fail(exception, resource);
        lock (_gate)
        {
            _progress++;
            _active--;
        }

        Signal();
    }

    private void Signal()
    {
        TaskCompletionSource? changed;
        lock (_gate)
            (changed, _changed) = (_changed, null);
        changed?.SetResult();
    }
}
