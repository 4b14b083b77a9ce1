using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Randomness;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Nodes;
using Infra.Capacity.Simulation.Scaling;
using Infra.Capacity.Simulation.Servers;
using Infra.Capacity.Traces;

namespace Infra.Capacity.Simulation.Loop;

/// <summary>One simulation: the arrivals and the events, each in its time. Of an arrival and an event at the same time the event comes first: a server that is done then is free for it.</summary>
internal sealed class SimulationRun
{
    private readonly SimulatedPlatform _platform;
    private readonly World _world;
    private readonly Cluster _cluster;
    private readonly ModelRun[] _models;
    private readonly RequestSplit[] _splits;
    private readonly ScalerDriver?[] _scalers;
    private readonly Timeline _timeline;
    private long _now;
    private long _lastArrival;

    public SimulationRun(SimulatedPlatform platform, SimulationOptions options)
    {
        _platform = platform;
        _world = new World(options);
        _cluster = new Cluster(platform, _world);
        _models = [.. platform.Models.Select((model, index) => new ModelRun(index, model, _world, _cluster))];
        _splits = [.. platform.Models.Select((model, index) => new RequestSplit(index, model, new RandomSource(options.Seed, $"share/{model.Namespace}/{model.Name}")))];
        _timeline = new Timeline(_models, _cluster, options.IntervalMicros);
        _cluster.Begin();
        foreach (var model in _models)
        {
            model.Fleet.Begin();
        }

        _cluster.GrowNow();
        foreach (var model in _models)
        {
            model.Fleet.BeReadyNow();
        }

        _cluster.AddRoomHolders();
        _scalers = [.. _models.Select(model => ScalerDriver.Of(model, _world))];
        foreach (var rollout in options.Rollouts)
        {
            _world.Events.Schedule(rollout.AtMicros, EventKind.RolloutStart, rollout.Model);
        }
    }

    public SimulationResult Run(IEnumerable<TraceRequest> arrivals)
    {
        var end = _world.Options.EndMicros ?? long.MaxValue;
        using var trace = arrivals.GetEnumerator();
        var hasArrival = trace.MoveNext();
        while (hasArrival || _world.Options.EndMicros is not null || _models.Any(model => model.Ledger.InFlight > 0))
        {
            var next = hasArrival ? trace.Current.AtMicros : long.MaxValue;
            if (Math.Min(next, _world.Events.NextMicros) > end)
            {
                _now = end;
                break;
            }

            _timeline.MoveTo(Math.Min(next, _world.Events.NextMicros));
            if (_world.Events.NextMicros <= next)
            {
                var happening = _world.Events.Take();
                _now = happening.AtMicros;
                Happen(happening);
            }
            else
            {
                Arrive(trace.Current);
                hasArrival = trace.MoveNext();
            }
        }

        _timeline.End(_now);
        return Result();
    }

    private void Arrive(in TraceRequest arrival)
    {
        if (arrival.AtMicros < _lastArrival)
        {
            throw new ArgumentException($"A request at {arrival.AtMicros} µs comes after one at {_lastArrival} µs; requests come in the order of their times.");
        }

        if (arrival.Model < 0 || arrival.Model >= _models.Length)
        {
            throw new ArgumentException($"A request at {arrival.AtMicros} µs asks model {arrival.Model}; there are {_models.Length}.");
        }

        var model = _models[_splits[arrival.Model].Next()];
        if (model.Unserved)
        {
            throw new ArgumentException($"A request at {arrival.AtMicros} µs asks {model.Fleet.Model.Name}, of which nobody says how long it takes on each of its pools; give it a service profile.");
        }

        _now = _lastArrival = arrival.AtMicros;
        model.Arrive(arrival);
    }

    private void Happen(in ScheduledEvent happening)
    {
        var (now, subject) = (happening.AtMicros, happening.Subject);
        switch (happening.Kind)
        {
            case EventKind.BatchDone or EventKind.BatchDue or EventKind.IterationsDone:
                Serve(now, happening.Kind, _world.Replicas[subject], happening.Detail);
                break;
            case EventKind.Patience:
                _models[subject].CheckPatience(now);
                break;
            case EventKind.ReplicaStarted:
                _world.Replicas[subject].Fleet.Started(now, _world.Replicas[subject]);
                break;
            case EventKind.GraceOver:
                _world.Replicas[subject].Fleet.GraceOver(now, _world.Replicas[subject]);
                break;
            case EventKind.ScalerLook:
                _scalers[subject]!.Look(now, happening.Detail);
                break;
            case EventKind.Measure:
                _scalers[subject]!.Metrics.Measure(now, happening.Detail);
                break;
            case EventKind.NodeScan:
                _cluster.Scan(now);
                break;
            case EventKind.NodeReady:
                _cluster.NodeReady(now, subject);
                break;
            case EventKind.SpotNotice:
                _cluster.SpotNotice(now, subject);
                break;
            case EventKind.SpotTaken:
                _cluster.SpotTaken(now, subject);
                break;
            case EventKind.RolloutStart:
                _models[subject].Fleet.BeginUpdate(now);
                break;
        }
    }

    private void Serve(long now, EventKind kind, Replica replica, int detail)
    {
        if (replica.State == ReplicaState.Gone)
        {
            return;
        }

        switch (replica.Servers)
        {
            case BatchServers servers when kind == EventKind.BatchDone:
                servers.Finish(now, detail);
                break;
            case BatchServers servers:
                servers.BatchDue(now);
                break;
            case TokenServers servers:
                servers.Finish(now, detail);
                break;
        }

        _models[replica.Fleet.Index].Worked(now, replica);
    }

    private SimulationResult Result() => new()
    {
        Seed = _world.Options.Seed,
        EndMicros = _now,
        Models = [.. _models.Select(ModelResultOf)],
        Pools = [.. _cluster.Pools.Select(pool => pool.Result())],
        Events = _world.Log.ToImmutable(),
        Unknowns = [.. _platform.Unknowns, .. _models.SelectMany(Blind), .. _models.SelectMany(Homeless)],
    };

    private ModelResult ModelResultOf(ModelRun model, int index)
    {
        var ledger = model.Ledger;
        var (allocated, busy) = model.Fleet.GpuMicros(_now);
        return new ModelResult
        {
            Name = model.Fleet.Model.Name,
            Namespace = model.Fleet.Model.Namespace,
            Requests = ledger.Counts(),
            Latency = ledger.Latency,
            Waiting = ledger.Waiting,
            FirstToken = ledger.FirstToken,
            InterToken = ledger.InterToken,
            Objectives = ledger.Objectives(),
            MeanInFlight = _now == 0 ? 0 : ledger.InFlightArea(_now) / _now,
            Replicas = model.Fleet.Steps.All(),
            Intervals = _timeline.Of(index),
            GpuSecondsAllocated = allocated / 1_000_000,
            GpuSecondsBusy = busy / 1_000_000,
            Batches = ledger.Batches,
            BatchedItems = ledger.BatchedItems,
            PromptTokens = ledger.PromptTokens,
            OutputTokens = ledger.OutputTokens,
            Preemptions = ledger.Preemptions,
        };
    }

    // Replicas that the plan asks for and has no room for.
    private IEnumerable<string> Homeless(ModelRun model)
    {
        var count = model.Fleet.Replicas.Count(replica => replica.Pods.Any(_cluster.IsHomeless));
        return count == 0
            ? []
            : [$"{model.Fleet.Model.Name}: {count} of its {model.Fleet.Desired} replicas have no node at the end, and no pool of it may grow: {string.Join(", ", model.Fleet.Model.Places.Select(place => _platform.Pools[place.Pool].Name))}"];
    }

    // Metrics that an autoscaler asks for and that nobody here can answer.
    private static IEnumerable<string> Blind(ModelRun model)
    {
        IEnumerable<MetricSource> sources = model.Fleet.Model.Control switch
        {
            ReplicaControl.Horizontal control => control.Settings.Metrics.Select(metric => metric.Source),
            ReplicaControl.Keda control => control.Settings.Horizontal.Metrics.Select(metric => metric.Source),
            _ => [],
        };
        var knowsCpu = model.Fleet.Model.Places.All(place => place.Profile is { CpuMicrosPerRequest: not null });
        return sources.Select(source => source.Metric).Distinct()
            .Where(metric => !ObservedMetrics.IsKnown(metric) || (metric == ObservedMetric.Cpu && !knowsCpu))
            .Select(metric => $"{model.Fleet.Model.Name}: its autoscaler looks at {Words(metric)}, which nobody measured; it gets no answer");
    }

    private static string Words(ObservedMetric metric) => metric switch
    {
        ObservedMetric.Cpu => "CPU",
        ObservedMetric.Memory => "memory",
        ObservedMetric.GpuMemory => "GPU memory",
        _ => "a query of its own",
    };
}
