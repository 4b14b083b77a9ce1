using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation.Loop;
using Infra.Capacity.Simulation.Nodes;
using Infra.Capacity.Simulation.Requests;
using Infra.Capacity.Simulation.Servers;

namespace Infra.Capacity.Simulation.Fleet;

/// <summary>A model's replicas: how many there are to be, and what becomes of each.</summary>
internal sealed class ModelFleet(int index, SimulatedModel model, World world, Cluster cluster, ServerParts parts, Balancer balancer)
{
    private readonly List<Replica> _replicas = [];
    private readonly ReplicaSteps _steps = new();
    private double _gpuMicrosAllocated;
    private double _gpuMicrosBusy;
    private double _gpuShareMicros;
    private int _version;
    private bool _isUpdating;
    private bool _isReconciling;
    private bool _isChanged;

    /// <summary>Index of the model.</summary>
    public int Index { get; } = index;

    /// <summary>The model.</summary>
    public SimulatedModel Model { get; } = model;

    /// <summary>Replicas that there are to be.</summary>
    public int Desired { get; private set; }

    /// <summary>Replicas that are there, those that end included, in the order in which they were made.</summary>
    public IReadOnlyList<Replica> Replicas => _replicas;

    /// <summary>Replicas over time.</summary>
    public ReplicaSteps Steps => _steps;

    /// <summary>Called when a replica begins to take requests.</summary>
    public Action<long, Replica>? BecameReady { get; set; }

    /// <summary>Replicas that are ready when the simulation begins, if there is room for them.</summary>
    public void Begin()
    {
        Desired = Model.Replicas;
        Reconcile(0);
    }

    /// <summary>Those of the beginning need no time to start.</summary>
    public void BeReadyNow()
    {
        foreach (var replica in _replicas.Where(replica => replica.State == ReplicaState.Starting).ToArray())
        {
            replica.RunningMicros = 0;
            foreach (var pod in replica.Pods)
            {
                pod.Node!.HasImage(Index);
            }

            Started(0, replica);
        }
    }

    /// <summary>Another number of replicas is asked for.</summary>
    public void Scale(long now, ScaleDecision decision)
    {
        if (decision.Replicas == Desired)
        {
            return;
        }

        world.Log.Add(new SimulationEvent(now, SimulationEventKind.Scaled, Index, Desired, decision.Replicas, decision.Reason));
        Desired = decision.Replicas;
        Reconcile(now);
    }

    /// <summary>An update begins; one that is on its way goes on with the newer version.</summary>
    public void BeginUpdate(long now)
    {
        world.Log.Add(new SimulationEvent(now, SimulationEventKind.RolloutStarted, Index, Desired, Desired, null));
        _version++;
        _isUpdating = true;
        Reconcile(now);
    }

    /// <summary>All pods of a replica have their nodes.</summary>
    public void Placed(long now, Replica replica)
    {
        var place = Model.Places.First(place => place.Pool == replica.Pods[0].Node!.Pool);
        replica.State = ReplicaState.Starting;
        replica.PlacedMicros = now;
        var ready = Model.Start.ReadyAt(now, replica.Pods.Max(pod => pod.ImageMicros));
        replica.RunningMicros = ready - Model.Start.EngineMicros;
        replica.Servers = place.Profile is { } profile ? parts.Servers(profile, replica) : null;
        world.Events.Schedule(ready, EventKind.ReplicaStarted, replica.Number);
        Changed(now);
    }

    /// <summary>A replica serves.</summary>
    public void Started(long now, Replica replica)
    {
        if (replica.State != ReplicaState.Starting)
        {
            return;
        }

        replica.State = ReplicaState.Ready;
        replica.ReadyMicros = now;
        Changed(now);
        BecameReady?.Invoke(now, replica);
        Reconcile(now);
    }

    /// <summary>A replica's node is taken back in two minutes: it ends, and another one comes for it.</summary>
    public void EndForSpot(long now, Replica replica)
    {
        if (replica.State == ReplicaState.Ending || replica.State == ReplicaState.Gone)
        {
            return;
        }

        replica.EndsForSpot = true;
        End(now, replica);
        Reconcile(now);
    }

    /// <summary>A replica's node is gone, and all that was in work with it.</summary>
    public void TakenBySpot(long now, Replica replica)
    {
        // Another of its pods was on the same node.
        if (replica.State == ReplicaState.Gone)
        {
            return;
        }

        replica.Servers?.Lose(now, RequestOutcome.LostToSpot);
        Remove(now, replica);
        Reconcile(now);
    }

    /// <summary>A replica's time to end is over.</summary>
    public void GraceOver(long now, Replica replica)
    {
        if (replica.State == ReplicaState.Gone)
        {
            return;
        }

        replica.Servers?.Lose(now, replica.EndsForSpot ? RequestOutcome.LostToSpot : RequestOutcome.LostAtGrace);
        Remove(now, replica);
        Reconcile(now);
    }

    /// <summary>A replica that ends has less to do: perhaps nothing any more.</summary>
    public void CheckEnded(long now, Replica replica)
    {
        if (replica.State == ReplicaState.Ending && replica.Servers is null or { IsIdle: true })
        {
            Remove(now, replica);
            Reconcile(now);
        }
    }

    /// <summary>Accelerator time of all replicas: what they held, and what they worked.</summary>
    public (double Allocated, double Busy) GpuMicros(long now)
    {
        var (allocated, busy) = (_gpuMicrosAllocated, _gpuMicrosBusy);
        foreach (var replica in _replicas)
        {
            allocated += Held(now, replica);
            busy += replica.Gpus * Worked(now, replica);
        }

        return (allocated, busy);
    }

    /// <summary>Time in which replicas' accelerators worked, each replica as one.</summary>
    public double ReplicaGpuMicros(long now) => _gpuShareMicros + _replicas.Sum(replica => Worked(now, replica));

    /// <summary>Time in which a replica's accelerators worked, all of them as one.</summary>
    public static double Worked(long now, Replica replica)
    {
        replica.Servers?.Use.CountTo(now);
        return replica.Servers?.Use.GpuMicros ?? 0;
    }

    private static double Held(long now, Replica replica) => replica.PlacedMicros < 0 ? 0 : replica.Gpus * (now - replica.PlacedMicros);

    // What is done may ask for more to be done, which comes after it.
    private void Reconcile(long now)
    {
        _isChanged = true;
        if (_isReconciling)
        {
            return;
        }

        _isReconciling = true;
        while (_isChanged)
        {
            _isChanged = false;
            if (_isUpdating)
            {
                Update(now);
            }
            else
            {
                Adjust(now, Desired, _ => true, _version);
            }
        }

        _isReconciling = false;
        Changed(now);
    }

    private void Update(long now)
    {
        var (old, current) = (_replicas.Where(replica => replica.IsWanted && replica.Version < _version).ToArray(), _replicas.Where(replica => replica.IsWanted && replica.Version == _version).ToArray());
        var step = RolloutSteps.Next(Model.Rollout, new RolloutObservation(Desired, old.Length, old.Count(IsReady), current.Length, current.Count(IsReady)));
        balancer.NewShare = step.NewShare;
        Adjust(now, step.Old, replica => replica.Version < _version, _version - 1);
        Adjust(now, step.New, replica => replica.Version == _version, _version);
        if (step.IsDone)
        {
            _isUpdating = false;
            balancer.NewShare = null;
            world.Log.Add(new SimulationEvent(now, SimulationEventKind.RolloutDone, Index, Desired, Desired, null));
        }

        static bool IsReady(Replica replica) => replica.State == ReplicaState.Ready;
    }

    private void Adjust(long now, int count, Func<Replica, bool> which, int version)
    {
        var wanted = _replicas.Where(replica => replica.IsWanted && which(replica)).ToList();
        for (var i = wanted.Count; i < count; i++)
        {
            Create(now, version);
        }

        // As the ReplicaSet's controller chooses (kubernetes, pkg/controller/controller_utils.go, ActivePodsWithRanks): those that serve last go last, and of those that serve the youngest go first.
        foreach (var replica in wanted.OrderBy(replica => replica.State).ThenByDescending(replica => replica.ReadyMicros).ThenByDescending(replica => replica.Number).Take(wanted.Count - count))
        {
            End(now, replica);
        }
    }

    private void Create(long now, int version)
    {
        int[] pools = [.. Model.Places.Select(place => place.Pool)];
        var replica = new Replica(world.Replicas.Count, this, version) { Pods = [.. Model.Pods.Select(demand => cluster.NewPod(demand, pools))] };
        foreach (var pod in replica.Pods)
        {
            pod.Replica = replica;
        }

        world.Replicas.Add(replica);
        _replicas.Add(replica);
        cluster.Add(now, replica.Pods);
    }

    private void End(long now, Replica replica)
    {
        replica.State = ReplicaState.Ending;
        _isChanged = true;
        if (replica.Servers is null or { IsIdle: true })
        {
            Remove(now, replica);
            return;
        }

        Changed(now);
        world.Events.Schedule(now + (replica.EndsForSpot ? Math.Min(Model.GraceMicros, SpotInterruptions.NoticeMicros) : Model.GraceMicros), EventKind.GraceOver, replica.Number);
    }

    private void Remove(long now, Replica replica)
    {
        var worked = Worked(now, replica);
        _gpuMicrosAllocated += Held(now, replica);
        _gpuMicrosBusy += replica.Gpus * worked;
        _gpuShareMicros += worked;
        replica.State = ReplicaState.Gone;
        _isChanged = true;
        _replicas.Remove(replica);
        Changed(now);
        cluster.Gpus.Leave(replica, worked);
        cluster.Remove(now, replica.Pods);
    }

    private void Changed(long now)
    {
        balancer.Refresh(_replicas, _version);
        var (ready, ending) = (balancer.Ready.Count, _replicas.Count(replica => replica.State == ReplicaState.Ending));
        _steps.Add(new ReplicaStep(now, Desired, ready, _replicas.Count - ready - ending, ending));
    }
}
