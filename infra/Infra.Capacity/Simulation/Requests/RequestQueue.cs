namespace Infra.Capacity.Simulation.Requests;

/// <summary>Requests in the order in which they came, linked through the table. Those that were given up stay in it until their turn comes, and don't count.</summary>
internal sealed class RequestQueue(RequestTable requests)
{
    private int _head = -1;
    private int _tail = -1;

    /// <summary>Requests that wait for their turn.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one at the end.</summary>
    public void Add(int number)
    {
        requests[number].Next = -1;
        if (_head < 0)
        {
            _head = number;
        }
        else
        {
            requests[_tail].Next = number;
        }

        _tail = number;
        Count++;
    }

    /// <summary>Adds one before all others.</summary>
    public void AddFirst(int number)
    {
        requests[number].Next = _head;
        _head = number;
        _tail = _tail < 0 ? number : _tail;
        Count++;
    }

    /// <summary>One in it was given up.</summary>
    public void Forget() => Count--;

    /// <summary>The first one that still waits; -1 for none.</summary>
    public int Peek()
    {
        while (_head >= 0 && requests[_head].State == RequestState.Abandoned)
        {
            requests.Release(Unlink());
        }

        return _head;
    }

    /// <summary>Takes the first one that still waits; -1 for none.</summary>
    public int Take()
    {
        if (Peek() < 0)
        {
            return -1;
        }

        Count--;
        return Unlink();
    }

    private int Unlink()
    {
        var number = _head;
        _head = requests[number].Next;
        _tail = _head < 0 ? -1 : _tail;
        requests[number].Next = -1;
        return number;
    }
}
