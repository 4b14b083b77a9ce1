using Infra.Capacity.Traces;

namespace Infra.Capacity.Simulation.Requests;

/// <summary>All requests on their way, by number. Places are taken again, so that memory follows what is in flight and not what has arrived.</summary>
internal sealed class RequestTable
{
    private Request[] _requests = new Request[1024];
    private int _used;
    private int _free = -1;

    /// <summary>A request by its number.</summary>
    public ref Request this[int number] => ref _requests[number];

    /// <summary>Takes in a request; gives its number.</summary>
    public int Add(in TraceRequest arrival)
    {
        var number = _free;
        if (number >= 0)
        {
            _free = _requests[number].Next;
        }
        else
        {
            number = _used++;
            if (number == _requests.Length)
            {
                Array.Resize(ref _requests, 2 * number);
            }
        }

        ref var request = ref _requests[number];
        request.ArrivedMicros = arrival.AtMicros;
        request.QueuedMicros = arrival.AtMicros;
        request.LastTokenMicros = 0;
        request.Replica = -1;
        request.Next = -1;
        request.Generation++;
        request.InputTokens = arrival.InputTokens;
        request.OutputTokens = Math.Max(1, arrival.OutputTokens);
        request.MadeTokens = 0;
        request.State = RequestState.Waiting;
        return number;
    }

    /// <summary>Gives a place back.</summary>
    public void Release(int number)
    {
        ref var request = ref _requests[number];
        request.State = RequestState.Free;
        request.Next = _free;
        _free = number;
    }
}
