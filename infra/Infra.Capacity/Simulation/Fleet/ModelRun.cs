using Infra.Capacity.Platform;
using Infra.Capacity.Randomness;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Nodes;
using Infra.Capacity.Simulation.Requests;
using Infra.Capacity.Simulation.Servers;
using Infra.Capacity.Traces;

namespace Infra.Capacity.Simulation.Fleet;

/// <summary>A model with its requests: how they come in, wait outside and run out of patience.</summary>
internal sealed class ModelRun
{
    private readonly World _world;
    private readonly PatienceRing _patience = new();
    private readonly RequestQueue _outside;
    private readonly Balancer _balancer;

    public ModelRun(int index, SimulatedModel model, World world, Cluster cluster)
    {
        var name = $"{model.Namespace}/{model.Name}";
        _world = world;
        _outside = new RequestQueue(world.Requests);
        _balancer = new Balancer(model.LoadBalancing, new RandomSource(world.Options.Seed, $"balancing/{name}"));
        Ledger = new Ledger(model);
        Fleet = new ModelFleet(index, model, world, cluster, new ServerParts(world, Ledger, new RandomSource(world.Options.Seed, $"service/{name}"), model.QueueLimit), _balancer);
        Unserved = model.Places.Any(place => place.Profile is null);
        if (model.WithoutReplicas == WithoutReplicas.WaitsInQueue)
        {
            Fleet.BecameReady = Pull;
        }
    }

    public ModelFleet Fleet { get; }

    public Ledger Ledger { get; }

    /// <summary>Whether nobody said what a replica does on one of its pools.</summary>
    public bool Unserved { get; }

    /// <summary>Requests that wait outside.</summary>
    public int Outside => _outside.Count;

    private SimulatedModel Model => Fleet.Model;

    private bool HasQueue => Model.WithoutReplicas == WithoutReplicas.WaitsInQueue;

    /// <summary>A request is sent.</summary>
    public void Arrive(in TraceRequest arrival)
    {
        var now = arrival.AtMicros;
        Ledger.Arrive(now);
        var replica = HasQueue ? _balancer.NextWithRoom() : _balancer.Next();
        if (replica is null && !HasQueue)
        {
            Ledger.Fail(now, RequestOutcome.WithoutReplica);
            return;
        }

        var number = _world.Requests.Add(arrival);
        var generation = _world.Requests[number].Generation;
        if (replica is null)
        {
            _outside.Add(number);
        }
        else if (!replica.Servers!.Offer(now, number))
        {
            Reject(now, number, replica);
            return;
        }

        _patience.Add(number, generation);
        if (_patience.Count == 1)
        {
            _world.Events.Schedule(now + Model.RequestTimeoutMicros, EventKind.Patience, Fleet.Index);
        }
    }

    /// <summary>A replica has done something: perhaps it takes more from outside, perhaps it is at its end.</summary>
    public void Worked(long now, Replica replica)
    {
        if (replica.State == ReplicaState.Ending)
        {
            Fleet.CheckEnded(now, replica);
        }
        else if (HasQueue)
        {
            Pull(now, replica);
        }
    }

    /// <summary>Callers whose time is over give up.</summary>
    public void CheckPatience(long now)
    {
        while (_patience.Count > 0)
        {
            var (number, generation) = _patience.First;
            ref var request = ref _world.Requests[number];
            if (request.Generation == generation && request.State is RequestState.Waiting or RequestState.InService)
            {
                var due = request.ArrivedMicros + Model.RequestTimeoutMicros;
                if (due > now)
                {
                    _world.Events.Schedule(due, EventKind.Patience, Fleet.Index);
                    return;
                }

                GiveUp(now, number, request.Replica);
            }

            _patience.RemoveFirst();
        }
    }

    private void GiveUp(long now, int number, int replica)
    {
        if (replica >= 0)
        {
            _world.Replicas[replica].Servers!.Abandon(now, number);
            Worked(now, _world.Replicas[replica]);
            return;
        }

        _world.Requests[number].State = RequestState.Abandoned;
        _outside.Forget();
        Ledger.Fail(now, RequestOutcome.TimedOutWaiting);
    }

    private void Pull(long now, Replica replica)
    {
        while (replica.State == ReplicaState.Ready && replica.Servers!.Room > 0 && _outside.Take() is >= 0 and var number)
        {
            if (!replica.Servers.Offer(now, number))
            {
                Reject(now, number, replica);
            }
        }
    }

    private void Reject(long now, int number, Replica replica)
    {
        Ledger.Fail(now, replica.Servers!.CouldHold(number) ? RequestOutcome.QueueFull : RequestOutcome.TooLong);
        _world.Requests.Release(number);
    }
}
