using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation.Servers;

namespace Infra.Capacity.Simulation.Nodes;

/// <summary>A node of a pool.</summary>
internal sealed class Node
{
    private readonly SharedGpu[] _gpus;
    private readonly Dictionary<int, long> _images = [];
    private readonly SimulatedPool _pool;

    public Node(int number, int poolIndex, SimulatedPool pool, long now)
    {
        (Number, Pool, _pool, LaunchedMicros, Reading) = (number, poolIndex, pool, now, new NodeReading(number, poolIndex, false, pool.Room, true));
        _gpus = pool.PartsPerGpu > 1 ? [.. Enumerable.Range(0, pool.Gpus).Select(_ => new SharedGpu(pool.Sharing, pool.PartsPerGpu))] : [];
    }

    public int Number { get; }

    /// <summary>Index of its pool.</summary>
    public int Pool { get; }

    public long LaunchedMicros { get; }

    /// <summary>As the scheduler and the provisioner see it.</summary>
    public NodeReading Reading { get; private set; }

    /// <summary>Its pods, in the order in which they came.</summary>
    public List<Pod> Pods { get; } = [];

    /// <summary>Whether EC2 has told that it takes it back: no pod comes any more.</summary>
    public bool IsLeaving { get; set; }

    public void MakeReady() => Reading = Reading with { IsReady = true };

    /// <summary>Takes a pod, and pulls its image unless another one's pull has begun.</summary>
    public void Add(long now, Pod pod)
    {
        Pods.Add(pod);
        pod.Node = this;
        var devices = pod.Demand.Accelerators;
        pod.Gpus = (double)devices / _pool.PartsPerGpu;
        if (_gpus.Length > 0 && devices > 0)
        {
            // The plugin hands out parts of the least used GPU first (NVIDIA/k8s-device-plugin, internal/rm/allocate.go at 1b826acc: the policy distributed, its default).
            pod.Gpu = _gpus.MinBy(gpu => gpu.Tenants)!;
            pod.Gpu.Tenants++;
        }

        if (pod.Replica is { } replica)
        {
            _images.TryAdd(replica.Fleet.Index, now + replica.Fleet.Model.Start.ImageMicros);
            pod.ImageMicros = _images[replica.Fleet.Index];
        }

        See(Reading.Free.Less(pod.Demand));
    }

    /// <summary>A model's image was there before the simulation began.</summary>
    public void HasImage(int model) => _images[model] = 0;

    /// <summary>A pod goes.</summary>
    public void Remove(Pod pod)
    {
        Pods.Remove(pod);
        if (pod.Gpu is { } gpu)
        {
            gpu.Tenants--;
        }

        (pod.Node, pod.Gpu) = (null, null);
        See(Reading.Free.Plus(pod.Demand));
    }

    // Pods that only hold room keep a node too: it is what they are for.
    private void See(PodDemand free) => Reading = Reading with { Free = free, IsEmpty = Pods.Count == 0 };
}
