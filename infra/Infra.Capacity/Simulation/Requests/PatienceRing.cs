namespace Infra.Capacity.Simulation.Requests;

/// <summary>
/// A model's requests in the order in which their callers lose patience, which is the order in which they came: everybody waits equally long. So a model needs one event for all of them, not one for each.
/// </summary>
internal sealed class PatienceRing
{
    private (int Number, int Generation)[] _ring = new (int, int)[256];
    private int _head;

    /// <summary>How many there are, those that were answered since included.</summary>
    public int Count { get; private set; }

    /// <summary>The first one.</summary>
    public (int Number, int Generation) First => _ring[_head];

    /// <summary>Adds one at the end.</summary>
    public void Add(int number, int generation)
    {
        if (Count == _ring.Length)
        {
            var larger = new (int, int)[2 * Count];
            Array.Copy(_ring, _head, larger, 0, Count - _head);
            Array.Copy(_ring, 0, larger, Count - _head, _head);
            (_ring, _head) = (larger, 0);
        }

        // The length is a power of two.
        _ring[(_head + Count++) & (_ring.Length - 1)] = (number, generation);
    }

    /// <summary>Removes the first one.</summary>
    public void RemoveFirst()
    {
        _head = (_head + 1) & (_ring.Length - 1);
        Count--;
    }
}
