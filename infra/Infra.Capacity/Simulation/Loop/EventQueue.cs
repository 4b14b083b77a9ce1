namespace Infra.Capacity.Simulation.Loop;

/// <summary>The events to come, by time and then by the order in which they were scheduled: a heap with four children, which is shallower than one with two and so touches fewer lines of the cache.</summary>
internal sealed class EventQueue
{
    private const int Children = 4;

    private ScheduledEvent[] _heap = new ScheduledEvent[1024];
    private long _sequence;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>When the next one happens; never, if there is none.</summary>
    public long NextMicros => Count == 0 ? long.MaxValue : _heap[0].AtMicros;

    /// <summary>Adds one.</summary>
    public void Schedule(long atMicros, EventKind kind, int subject, int detail = 0)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * Count);
        }

        var added = new ScheduledEvent(atMicros, _sequence++, kind, subject, detail);
        var hole = Count++;
        while (hole > 0)
        {
            var parent = (hole - 1) / Children;
            if (!added.IsBefore(_heap[parent]))
            {
                break;
            }

            _heap[hole] = _heap[parent];
            hole = parent;
        }

        _heap[hole] = added;
    }

    /// <summary>Takes the next one.</summary>
    public ScheduledEvent Take()
    {
        var first = _heap[0];
        var last = _heap[--Count];
        var hole = 0;
        while (true)
        {
            var least = (Children * hole) + 1;
            if (least >= Count)
            {
                break;
            }

            var end = Math.Min(least + Children, Count);
            for (var child = least + 1; child < end; child++)
            {
                least = _heap[child].IsBefore(_heap[least]) ? child : least;
            }

            if (!_heap[least].IsBefore(last))
            {
                break;
            }

            _heap[hole] = _heap[least];
            hole = least;
        }

        _heap[hole] = last;
        return first;
    }
}
