using Infra.Capacity.Simulation.Fleet;

namespace Infra.Capacity.Simulation.Nodes;

/// <summary>The accelerators of all pools: which of them replicas hold, and which work. Room that is kept free is held by nobody.</summary>
internal sealed class GpuBook(PoolRun[] pools)
{
    /// <summary>A pod takes its accelerators.</summary>
    public void Take(long now, Pod pod) => Hold(now, pod, pod.Gpus);

    /// <summary>A pod gives them back.</summary>
    public void GiveBack(long now, Pod pod) => Hold(now, pod, -pod.Gpus);

    /// <summary>A replica goes, and what its accelerators have done stays with their pools.</summary>
    /// <param name="replica">The replica.</param>
    /// <param name="workedMicros">Time in which they worked, all of them as one.</param>
    public void Leave(Replica replica, double workedMicros)
    {
        foreach (var pod in replica.Pods.Where(pod => pod.Node is not null))
        {
            pools[pod.Node!.Pool].Work(pod.Gpus * workedMicros);
        }
    }

    /// <summary>Closes an interval of all pools.</summary>
    /// <param name="now">When it ends.</param>
    /// <param name="replicas">All replicas that are there.</param>
    public void CloseInterval(long now, IEnumerable<Replica> replicas)
    {
        var working = new double[pools.Length];
        foreach (var replica in replicas.Where(replica => replica.Servers is not null))
        {
            var worked = ModelFleet.Worked(now, replica);
            foreach (var pod in replica.Pods.Where(pod => pod.Node is not null))
            {
                working[pod.Node!.Pool] += pod.Gpus * worked;
            }
        }

        for (var pool = 0; pool < pools.Length; pool++)
        {
            pools[pool].CloseInterval(now, working[pool]);
        }
    }

    private void Hold(long now, Pod pod, double gpus)
    {
        if (pod.Replica is not null)
        {
            pools[pod.Node!.Pool].Hold(now, gpus);
        }
    }
}
