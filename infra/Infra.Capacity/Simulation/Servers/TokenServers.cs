using System.Runtime.InteropServices;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Requests;

namespace Infra.Capacity.Simulation.Servers;

/// <summary>
/// A language model with continuous batching, iteration by iteration, as vLLM's scheduler works (docs.vllm.ai, "Optimization and Tuning", chunked prefill and preemption by recomputing): sequences that decode come first, then prompts
/// that are partly read, then those that wait, first come, first served. A prompt is taken up once the KV cache has room for all of it; where answers outgrow the cache, the sequence that came last gives up its part and is read again.
/// </summary>
internal sealed class TokenServers(TokenProfile profile, ServerContext context) : ReplicaServers(profile, context)
{
    // On a GPU of several, how many of them work is asked again after this time.
    private const long LongestShared = 100_000;

    // In the order in which they were taken up; decoding and reading ones.
    private readonly List<Sequence> _sequences = [];
    private IterationPlan _plan;
    private int _version;
    private bool _isPlanned;
    private int _decoding;
    private long _iterations;
    private long _cached;
    private long _decodingCached;

    public override int InService => _sequences.Count;

    public override int Room => Math.Max(0, profile.MaxSequences - _sequences.Count - Waiting);

    public override double KvShare => Math.Min(1, (double)_cached / profile.KvTokens);

    public override bool CouldHold(int number) => profile.Takes(Context.Requests[number].InputTokens, Context.Requests[number].OutputTokens);

    public override bool Offer(long now, int number)
    {
        ref var request = ref Context.Requests[number];
        if ((Waiting >= Context.QueueLimit && !(Waiting == 0 && HasRoom(number))) || !CouldHold(number))
        {
            return false;
        }

        request.Replica = Context.Replica;
        request.QueuedMicros = now;
        Queue.Add(number);
        if (!_isPlanned)
        {
            Plan(now);
        }
        else if (Queue.Count == 1 && HasRoom(number))
        {
            StopAfterThisIteration(now);
        }

        return true;
    }

    /// <summary>The planned iterations are done.</summary>
    public void Finish(long now, int version)
    {
        if (version != _version)
        {
            return;
        }

        _isPlanned = false;
        End(now, 1);
        CountIterations(now);
        Progress(now);
        Plan(now);
    }

    public override void Abandon(long now, int number)
    {
        ref var request = ref Context.Requests[number];
        if (request.State == RequestState.Waiting)
        {
            request.State = RequestState.Abandoned;
            Context.Ledger.Fail(now, request.MadeTokens == 0 ? RequestOutcome.TimedOutWaiting : RequestOutcome.TimedOutInService);
            Queue.Forget();
            return;
        }

        request.State = RequestState.Abandoned;
        Context.Ledger.Fail(now, RequestOutcome.TimedOutInService);
        StopAfterThisIteration(now);
    }

    public override void Lose(long now, RequestOutcome outcome)
    {
        LoseQueue(now, outcome);
        foreach (var sequence in _sequences)
        {
            LoseOne(now, sequence.Number, outcome);
        }

        _sequences.Clear();
        (_version, _isPlanned) = (_version + 1, false);
        End(now, Use.Working);
    }

    private bool HasRoom(int number) => _sequences.Count < profile.MaxSequences && _cached + ToRead(number) <= profile.KvTokens;

    // After a preemption the answer so far is read with the prompt; reading gives the next token. A prompt of no token is read as one.
    private int ToRead(int number) => Math.Max(1, Context.Requests[number].InputTokens + Context.Requests[number].MadeTokens);

    private void StopAfterThisIteration(long now)
    {
        var count = _plan.BegunAt(now);
        if (count < _plan.Count)
        {
            _plan = _plan with { Count = count };
            Context.Events.Schedule(_plan.EndOf(count), EventKind.IterationsDone, Context.Replica, ++_version);
        }
    }

    private void CountIterations(long now)
    {
        var elapsed = now - _plan.StartMicros;
        var tokens = (long)_plan.Count * _plan.Decoding;
        _iterations += _plan.Count;
        _cached += tokens;
        _decodingCached += tokens;
        var ledger = Context.Ledger;
        ledger.Batches += _plan.Count;
        ledger.BatchedItems += tokens;
        ledger.OutputTokens += tokens;
        ledger.PromptTokens += _plan.ReadTokens;
        ledger.Continue(elapsed / _plan.Count, tokens);
    }

    // Reads, completes and forgets. Sequences keep their order.
    private void Progress(long now)
    {
        var read = _plan.ReadTokens;
        var kept = 0;
        var sequences = CollectionsMarshal.AsSpan(_sequences);
        for (var i = 0; i < sequences.Length; i++)
        {
            ref var sequence = ref sequences[i];
            if (sequence.ToRead > 0 && read > 0)
            {
                var chunk = Math.Min(read, sequence.ToRead);
                read -= chunk;
                sequence.ToRead -= chunk;
                if (sequence.ToRead == 0)
                {
                    BeginDecoding(now, ref sequence);
                }
            }

            if (!IsOver(now, sequence))
            {
                sequences[kept++] = sequence;
            }
        }

        _sequences.RemoveRange(kept, sequences.Length - kept);
    }

    private void BeginDecoding(long now, ref Sequence sequence)
    {
        ref var request = ref Context.Requests[sequence.Number];
        sequence.CachedAtStart = ToRead(sequence.Number);
        sequence.StartIteration = _iterations;
        if (request.State != RequestState.Abandoned)
        {
            if (request.MadeTokens == 0)
            {
                Context.Ledger.BeginAnswer(now - request.ArrivedMicros);
            }
            else
            {
                Context.Ledger.Continue(now - request.LastTokenMicros, 1);
            }

            Context.Ledger.OutputTokens++;
            Context.Ledger.BatchedItems++;
        }

        request.MadeTokens++;
        sequence.EndIteration = _iterations + request.OutputTokens - request.MadeTokens;
        _decoding++;
        _decodingCached += sequence.CachedAtStart;
    }

    private bool IsOver(long now, in Sequence sequence)
    {
        ref var request = ref Context.Requests[sequence.Number];
        if (request.State == RequestState.Abandoned)
        {
            Drop(sequence);
            Context.Requests.Release(sequence.Number);
            return true;
        }

        if (sequence.ToRead > 0 || sequence.EndIteration > _iterations)
        {
            return false;
        }

        Drop(sequence);
        Context.Ledger.Complete(now, now - request.ArrivedMicros);
        Context.Requests.Release(sequence.Number);
        return true;
    }

    // What a sequence holds of the cache is free.
    private void Drop(in Sequence sequence)
    {
        if (sequence.ToRead > 0)
        {
            _cached -= ToRead(sequence.Number);
            return;
        }

        var cached = sequence.CachedAtStart + (_iterations - sequence.StartIteration);
        _cached -= cached;
        _decodingCached -= cached;
        _decoding--;
    }

    private void Plan(long now)
    {
        PreemptWhatHasNoRoom(now);
        TakeUp(now);
        if (_sequences.Count == 0)
        {
            return;
        }

        var (budget, reading, first) = (profile.MaxBatchedTokens - _decoding, 0, long.MaxValue);
        foreach (ref var sequence in CollectionsMarshal.AsSpan(_sequences))
        {
            reading += Math.Min(budget - reading, sequence.ToRead);
            first = sequence.ToRead == 0 ? Math.Min(first, sequence.EndIteration - _iterations) : first;
        }

        var count = reading > 0 ? 1 : (int)Math.Min(first, (profile.KvTokens - _cached) / _decoding);
        // Who works counts itself among those who share the GPU.
        Begin(now, 1);
        _plan = IterationPlan.Of(profile, now, count, _decoding, reading, _decodingCached, Slowdown());
        if (Context.Gpu is not null && _plan.EndOf(count) - now > LongestShared)
        {
            _plan = _plan with { Count = _plan.BegunAt(now + LongestShared) };
        }

        _isPlanned = true;
        Context.Events.Schedule(_plan.EndOf(_plan.Count), EventKind.IterationsDone, Context.Replica, ++_version);
    }

    private void PreemptWhatHasNoRoom(long now)
    {
        // The last one that is left always has room: requests that could never end were not taken in.
        while (_cached + _decoding > profile.KvTokens && _sequences.Count > 1)
        {
            var last = _sequences[^1];
            _sequences.RemoveAt(_sequences.Count - 1);
            ref var request = ref Context.Requests[last.Number];
            var isDecoding = last.ToRead == 0;
            Drop(last);
            if (isDecoding)
            {
                request.MadeTokens += (int)(_iterations - last.StartIteration);
                request.LastTokenMicros = now;
            }

            request.State = RequestState.Waiting;
            Queue.AddFirst(last.Number);
            Context.Ledger.Preemptions++;
        }
    }

    private void TakeUp(long now)
    {
        var unread = 0;
        foreach (ref var sequence in CollectionsMarshal.AsSpan(_sequences))
        {
            unread += sequence.ToRead;
        }

        // As long as this iteration has tokens left for it; and nothing is taken up that the next decoding step would throw out again.
        while (unread < profile.MaxBatchedTokens - _decoding && Queue.Peek() is >= 0 and var number && HasRoom(number) && (_decoding == 0 || _cached + ToRead(number) + _decoding <= profile.KvTokens))
        {
            Queue.Take();
            ref var request = ref Context.Requests[number];
            if (request.MadeTokens == 0)
            {
                Context.Ledger.TakeUp(now - request.ArrivedMicros);
                Use.Requests++;
            }

            request.State = RequestState.InService;
            var toRead = ToRead(number);
            _sequences.Add(new Sequence { Number = number, ToRead = toRead });
            _cached += toRead;
            unread += toRead;
        }
    }
}
