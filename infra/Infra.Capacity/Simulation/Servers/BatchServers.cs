using Infra.Capacity.Service;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Requests;

namespace Infra.Capacity.Simulation.Servers;

/// <summary>
/// Servers that answer requests at once, in batches: a free server takes a full batch, or what there is once the oldest has waited for the batcher's delay. A request that its caller gave up keeps its server busy to the end: a kernel
/// that runs isn't stopped.
/// </summary>
internal sealed class BatchServers : ReplicaServers
{
    private readonly RequestProfile _profile;
    private readonly double[] _times;
    private readonly int[] _batches;
    private readonly int[] _idle;
    private int _idleCount;
    private int _inService;
    private bool _timerIsSet;

    public BatchServers(RequestProfile profile, ServerContext context)
        : base(profile, context)
    {
        _profile = profile;
        _times = [.. Enumerable.Range(1, profile.MaxBatchSize).Select(profile.BatchTimes.At)];
        _batches = new int[profile.Servers];
        Array.Fill(_batches, -1);
        _idle = [.. Enumerable.Range(0, profile.Servers).Reverse()];
        _idleCount = profile.Servers;
    }

    public override int InService => _inService;

    public override int Room => Math.Max(0, (_idleCount * _profile.MaxBatchSize) - Waiting);

    public override bool Offer(long now, int number)
    {
        if (Waiting >= Context.QueueLimit && _idleCount == 0)
        {
            return false;
        }

        Context.Requests[number].Replica = Context.Replica;
        Context.Requests[number].QueuedMicros = now;
        Queue.Add(number);
        StartWhatCan(now);
        return true;
    }

    /// <summary>A batch is done.</summary>
    public void Finish(long now, int server)
    {
        for (var number = _batches[server]; number >= 0;)
        {
            ref var request = ref Context.Requests[number];
            var next = request.Next;
            if (request.State != RequestState.Abandoned)
            {
                Context.Ledger.Complete(now, now - request.ArrivedMicros);
            }

            Context.Requests.Release(number);
            _inService--;
            number = next;
        }

        _batches[server] = -1;
        _idle[_idleCount++] = server;
        End(now, 1);
        StartWhatCan(now);
    }

    /// <summary>The batcher's delay is over, for the request that was the oldest when the timer was set.</summary>
    public void BatchDue(long now)
    {
        _timerIsSet = false;
        StartWhatCan(now);
    }

    public override void Abandon(long now, int number)
    {
        ref var request = ref Context.Requests[number];
        var waited = request.State == RequestState.Waiting;
        request.State = RequestState.Abandoned;
        Context.Ledger.Fail(now, waited ? RequestOutcome.TimedOutWaiting : RequestOutcome.TimedOutInService);
        if (waited)
        {
            Queue.Forget();
        }
    }

    public override void Lose(long now, RequestOutcome outcome)
    {
        LoseQueue(now, outcome);
        for (var server = 0; server < _batches.Length; server++)
        {
            for (var number = _batches[server]; number >= 0;)
            {
                var next = Context.Requests[number].Next;
                LoseOne(now, number, outcome);
                number = next;
            }

            _batches[server] = -1;
        }

        _inService = 0;
        End(now, Use.Working);
    }

    private void StartWhatCan(long now)
    {
        while (_idleCount > 0 && Queue.Peek() is >= 0 and var oldest)
        {
            var due = Context.Requests[oldest].QueuedMicros + _profile.MaxBatchDelayMicros;
            if (Waiting < _profile.MaxBatchSize && due > now)
            {
                if (!_timerIsSet)
                {
                    _timerIsSet = true;
                    Context.Events.Schedule(due, EventKind.BatchDue, Context.Replica);
                }

                return;
            }

            Start(now, _idle[--_idleCount]);
        }
    }

    private void Start(long now, int server)
    {
        var size = 0;
        while (size < _profile.MaxBatchSize && Queue.Take() is >= 0 and var number)
        {
            ref var request = ref Context.Requests[number];
            request.State = RequestState.InService;
            request.Next = _batches[server];
            _batches[server] = number;
            Context.Ledger.TakeUp(now - request.ArrivedMicros);
            size++;
        }

        Begin(now, 1);
        Use.Requests += size;
        _inService += size;
        Context.Ledger.Batches++;
        Context.Ledger.BatchedItems += size;
        var micros = _times[size - 1] * Slowdown();
        if (_profile.Spread.Kind != SpreadKind.Deterministic)
        {
            micros *= _profile.Spread.Factor(Context.Chance.NextDouble());
        }

        Context.Events.Schedule(now + Math.Max(1, (long)Math.Round(micros)), EventKind.BatchDone, Context.Replica, server);
    }
}
