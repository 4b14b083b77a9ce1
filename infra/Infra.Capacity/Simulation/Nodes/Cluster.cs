using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation.Loop;
using Infra.Core.Nodes;

namespace Infra.Capacity.Simulation.Nodes;

/// <summary>The nodes, and which pod is on which: the scheduler's, the provisioner's and EC2's part of what happens.</summary>
internal sealed class Cluster
{
    private readonly SimulatedPlatform _platform;
    private readonly World _world;
    private readonly NodeProvisioner _provisioner;
    private readonly PoolRun[] _pools;
    private readonly List<Node?> _nodes = [];
    private readonly List<Pod> _pending = [];
    private NodeProvisionerState _state = NodeProvisionerState.Empty;
    private ImmutableArray<int> _unschedulable = [];
    private int _pods;

    public Cluster(SimulatedPlatform platform, World world)
    {
        (_platform, _world) = (platform, world);
        _provisioner = new NodeProvisioner(platform.NodeProvisioning, platform.Pools);
        _pools = [.. platform.Pools.Select(pool => new PoolRun(pool, world.Options.Seed))];
        Gpus = new GpuBook(_pools);
    }

    public IReadOnlyList<PoolRun> Pools => _pools;

    /// <summary>Who holds which accelerators, and what they do.</summary>
    public GpuBook Gpus { get; }

    /// <summary>Whether a pod waits in vain: when the provisioner looked last, no pool of it could grow.</summary>
    public bool IsHomeless(Pod pod) => pod.Node is null && _unschedulable.Contains(pod.Number);

    /// <summary>A pod that has no node yet.</summary>
    public Pod NewPod(PodDemand demand, params int[] pools) => new(_pods++, demand, [.. pools]);

    /// <summary>The nodes that are there at the beginning, and pods that hold room on them.</summary>
    public void Begin()
    {
        for (var pool = 0; pool < _pools.Length; pool++)
        {
            _pools[pool].Change(0, 0, 0);
            for (var i = 0; i < _platform.Pools[pool].Min; i++)
            {
                MakeReady(0, Launch(0, pool));
            }
        }

        _world.Events.Schedule(_platform.NodeProvisioning.ScanMicros, EventKind.NodeScan, 0);
    }

    /// <summary>Nodes for what has none, at once: they were there before the simulation began.</summary>
    public void GrowNow()
    {
        foreach (var pool in Decide(0).Launches)
        {
            MakeReady(0, Launch(0, pool));
        }

        PlacePending(0);
    }

    /// <summary>Pods that only hold room, once the models have theirs.</summary>
    public void AddRoomHolders()
    {
        foreach (var holder in _platform.RoomHolders)
        {
            for (var i = 0; i < holder.Replicas; i++)
            {
                _pending.Add(NewPod(holder.Demand, holder.Pool));
            }
        }

        PlacePending(0);
    }

    /// <summary>Pods come. Several of a replica come together.</summary>
    public void Add(long now, Pod[] pods)
    {
        _pending.AddRange(pods);
        PlacePending(now);
    }

    /// <summary>Pods go.</summary>
    public void Remove(long now, Pod[] pods)
    {
        foreach (var pod in pods)
        {
            if (pod.Node is not null)
            {
                TakeOff(now, pod);
            }
            else
            {
                _pending.Remove(pod);
            }
        }

        PlacePending(now);
    }

    /// <summary>The provisioner looks.</summary>
    public void Scan(long now)
    {
        _world.Events.Schedule(now + _platform.NodeProvisioning.ScanMicros, EventKind.NodeScan, 0);
        var decision = Decide(now);
        foreach (var number in decision.Removals)
        {
            var node = _nodes[number]!;
            Forget(now, node);
            Log(now, SimulationEventKind.NodeRemoved, node.Pool, -1);
        }

        foreach (var pool in decision.Launches)
        {
            LaunchOver(now, pool);
        }
    }

    /// <summary>A node takes pods.</summary>
    public void NodeReady(long now, int number)
    {
        var node = _nodes[number]!;
        MakeReady(now, node);
        Log(now, SimulationEventKind.NodeReady, node.Pool, 0);
        PlacePending(now);
    }

    /// <summary>EC2 tells that it takes a node: its pods are told to end, and others come elsewhere.</summary>
    public void SpotNotice(long now, int number)
    {
        if (_nodes[number] is not { } node)
        {
            return;
        }

        node.IsLeaving = true;
        Log(now, SimulationEventKind.SpotNotice, node.Pool, 0);
        _world.Events.Schedule(now + SpotInterruptions.NoticeMicros, EventKind.SpotTaken, number);
        if (_platform.Pools[node.Pool].IsGroup)
        {
            LaunchOver(now, node.Pool);
        }

        foreach (var pod in node.Pods.ToArray())
        {
            if (pod.Replica is { } replica)
            {
                replica.Fleet.EndForSpot(now, replica);
            }
            else
            {
                TakeOff(now, pod);
                _pending.Add(pod);
            }
        }

        PlacePending(now);
    }

    /// <summary>EC2 takes a node.</summary>
    public void SpotTaken(long now, int number)
    {
        var node = _nodes[number]!;
        foreach (var pod in node.Pods.ToArray())
        {
            pod.Replica?.Fleet.TakenBySpot(now, pod.Replica);
        }

        Forget(now, node);
        Log(now, SimulationEventKind.SpotTaken, node.Pool, -1);
    }

    private NodeDecision Decide(long now)
    {
        var (state, decision) = _provisioner.Decide(_state, now, new ClusterObservation(
            [.. Ordered().Select(pod => new PendingPod(pod.Number, pod.Demand, pod.Pools))], [.. Staying().Select(node => node.Reading)]));
        (_state, _unschedulable) = (state, decision.Unschedulable);
        return decision;
    }

    private IEnumerable<Node> Staying() => _nodes.OfType<Node>().Where(node => !node.IsLeaving);

    // Pods that hold room have the lowest priority.
    private IEnumerable<Pod> Ordered() => _pending.Where(pod => pod.Replica is not null).Concat(_pending.Where(pod => pod.Replica is null));

    private void PlacePending(long now)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        foreach (var pod in Ordered().ToArray())
        {
            if (Choose(pod) is { } node || (pod.Replica is not null && MakeRoom(now, pod) is { } freed && (node = freed) is not null))
            {
                _pending.Remove(pod);
                node.Add(now, pod);
                Gpus.Take(now, pod);
                if (pod.Replica is { } replica && replica.Pods.All(other => other.Node is not null))
                {
                    replica.Fleet.Placed(now, replica);
                }
            }
        }
    }

    private Node? Choose(Pod pod) =>
        NodeChoice.Of(pod.Demand, pod.Pools, [.. Staying().Select(node => node.Reading)]) is { } number ? _nodes[number] : null;

    // The first node, by preference, on which pods that hold room give way.
    private Node? MakeRoom(long now, Pod pod)
    {
        foreach (var pool in pod.Pools)
        {
            foreach (var node in Staying().Where(node => node.Pool == pool && node.Reading.IsReady))
            {
                var holders = node.Pods.Where(other => other.Replica is null).ToArray();
                if (holders.Aggregate(node.Reading.Free, (free, holder) => free.Plus(holder.Demand)).Fits(pod.Demand))
                {
                    foreach (var holder in holders.TakeWhile(_ => !node.Reading.Free.Fits(pod.Demand)))
                    {
                        TakeOff(now, holder);
                        _pending.Add(holder);
                    }

                    return node;
                }
            }
        }

        return null;
    }

    private void TakeOff(long now, Pod pod)
    {
        Gpus.GiveBack(now, pod);
        pod.Node!.Remove(pod);
    }

    private void LaunchOver(long now, int pool)
    {
        var node = Launch(now, pool);
        _world.Events.Schedule(now + _platform.Pools[pool].ColdStartMicros, EventKind.NodeReady, node.Number);
        Log(now, SimulationEventKind.NodeLaunched, pool, 1);
    }

    private Node Launch(long now, int pool)
    {
        var node = new Node(_nodes.Count, pool, _platform.Pools[pool], now);
        _nodes.Add(node);
        _pools[pool].Change(now, 0, 1);
        return node;
    }

    private void MakeReady(long now, Node node)
    {
        node.MakeReady();
        var run = _pools[node.Pool];
        run.Change(now, 1, -1);
        var pool = _platform.Pools[node.Pool];
        if (pool.CapacityType == CapacityType.Spot && SpotInterruptions.NoticeAt(now, pool.InterruptionsPerHour, run.Interruptions.NextDouble()) is { } notice)
        {
            _world.Events.Schedule(notice, EventKind.SpotNotice, node.Number);
        }
    }

    private void Forget(long now, Node node)
    {
        _nodes[node.Number] = null;
        _pools[node.Pool].Change(now, -1, 0);
    }

    private void Log(long now, SimulationEventKind kind, int pool, int change)
    {
        var after = _pools[pool].Ready + _pools[pool].Launching;
        _world.Log.Add(new SimulationEvent(now, kind, pool, after - change, after, null));
    }
}
