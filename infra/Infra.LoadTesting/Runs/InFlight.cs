namespace Infra.LoadTesting.Runs;

/// <summary>Counts the requests without an answer, and tells when there are none left.</summary>
internal sealed class InFlight(int most)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _isLast;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_count >= most)
            {
                return false;
            }
            _count++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _count--;
            Check();
        }
    }

    /// <summary>Nobody enters any more: waits for those who are in.</summary>
    public Task EmptyAsync()
    {
        lock (_lock)
        {
            _isLast = true;
            Check();
        }
        return _empty.Task;
    }

    private void Check()
    {
        if (_isLast && _count == 0)
        {
            _empty.TrySetResult();
        }
    }
}
