using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Statistics;

namespace Infra.Capacity.Simulation.Requests;

/// <summary>What becomes of a model's requests, counted as it happens.</summary>
internal sealed class Ledger(SimulatedModel model)
{
    private readonly long[] _failed = new long[Enum.GetValues<RequestOutcome>().Length];
    private readonly TargetCount _latency = new(model.Objectives.LatencyP95Micros);
    private readonly TargetCount _firstToken = new(model.Objectives.FirstTokenP95Micros);
    private readonly TargetCount _interToken = new(model.Objectives.InterTokenP95Micros);
    private readonly TargetCount _waiting = new(model.Objectives.QueueP95Micros);
    private long _changedMicros;
    private long _area;

    /// <summary>The same of the present interval.</summary>
    public IntervalCounts Interval { get; } = new();

    public LatencyHistogram Latency { get; } = new();

    public LatencyHistogram Waiting { get; } = new();

    public LatencyHistogram FirstToken { get; } = new();

    public LatencyHistogram InterToken { get; } = new();

    public long Arrived { get; private set; }

    public long Completed { get; private set; }

    public long InFlight { get; private set; }

    public long Batches { get; set; }

    public long BatchedItems { get; set; }

    public long PromptTokens { get; set; }

    public long OutputTokens { get; set; }

    public long Preemptions { get; set; }

    /// <summary>A request was sent.</summary>
    public void Arrive(long now)
    {
        Arrived++;
        Change(now, 1);
        Interval.Arrive();
    }

    /// <summary>A server took a request up.</summary>
    public void TakeUp(long micros)
    {
        Waiting.Record(micros);
        _waiting.Record(micros, 1);
    }

    /// <summary>A request was answered.</summary>
    public void Complete(long now, long micros)
    {
        Completed++;
        Change(now, -1);
        Latency.Record(micros);
        _latency.Record(micros, 1);
        Interval.Complete(micros);
    }

    /// <summary>A request ends without an answer.</summary>
    public void Fail(long now, RequestOutcome outcome)
    {
        _failed[(int)outcome]++;
        Change(now, -1);
        Interval.Fail();
    }

    /// <summary>An answer begins.</summary>
    public void BeginAnswer(long micros)
    {
        FirstToken.Record(micros);
        _firstToken.Record(micros, 1);
        Interval.BeginAnswer(micros);
    }

    /// <summary>Answers go on.</summary>
    /// <param name="micros">Time since the token before.</param>
    /// <param name="tokens">Tokens that came after that time.</param>
    public void Continue(long micros, long tokens)
    {
        InterToken.Record(micros, tokens);
        _interToken.Record(micros, tokens);
    }

    public RequestCounts Counts() => new(
        Arrived, Completed, Failed(RequestOutcome.WithoutReplica), Failed(RequestOutcome.QueueFull), Failed(RequestOutcome.TooLong), Failed(RequestOutcome.TimedOutWaiting), Failed(RequestOutcome.TimedOutInService),
        Failed(RequestOutcome.LostAtGrace), Failed(RequestOutcome.LostToSpot), InFlight);

    /// <summary>Requests waiting or in work, times the microseconds until now.</summary>
    public double InFlightArea(long now)
    {
        Change(now, 0);
        return _area;
    }

    public ImmutableArray<ObjectiveResult> Objectives()
    {
        var results = ImmutableArray.CreateBuilder<ObjectiveResult>();
        var failed = _failed.Sum();
        var neverServed = Failed(RequestOutcome.WithoutReplica) + Failed(RequestOutcome.QueueFull) + Failed(RequestOutcome.TooLong) + Failed(RequestOutcome.TimedOutWaiting);
        Add(ObjectiveKind.Latency, _latency, failed);
        Add(ObjectiveKind.FirstToken, _firstToken, neverServed);
        // A token that never came follows on nothing; where none came at all, none came in time.
        Add(ObjectiveKind.InterToken, _interToken, _interToken.IsEmpty ? failed : 0);
        Add(ObjectiveKind.Waiting, _waiting, neverServed);
        if (model.Objectives.Availability is { } availability)
        {
            results.Add(new ObjectiveResult(ObjectiveKind.Availability, null, availability, Counts().Availability));
        }

        return results.ToImmutable();

        void Add(ObjectiveKind kind, TargetCount count, long missed)
        {
            if (count.TargetMicros is { } target)
            {
                results.Add(new ObjectiveResult(kind, target, 0.95, count.Share(missed)));
            }
        }
    }

    private long Failed(RequestOutcome outcome) => _failed[(int)outcome];

    private void Change(long now, int by)
    {
        _area += InFlight * (now - _changedMicros);
        _changedMicros = now;
        InFlight += by;
    }
}
