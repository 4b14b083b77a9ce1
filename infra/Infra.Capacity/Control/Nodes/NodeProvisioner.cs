using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Control;

/// <summary>
/// Cluster Autoscaler or Karpenter, one look at a time: pods that no node takes get nodes of the first pool of their preference that may still grow; nodes without pods go once they were so for long enough, and never below their
/// pool's minimum (kubernetes/autoscaler, cluster-autoscaler/FAQ.md at 55c37cd5, "How does scale-up work?", "How does scale-down work?", expander <c>priority</c>; karpenter.sh v1.14, "Disruption", <c>WhenEmpty</c>). A node is one of
/// any of its pool's zones, and none is emptied to make it go.
/// </summary>
/// <param name="settings">How fast.</param>
/// <param name="pools">The pools.</param>
public sealed class NodeProvisioner(NodeProvisionerSettings settings, ImmutableArray<SimulatedPool> pools)
{
    /// <summary>How fast.</summary>
    public NodeProvisionerSettings Settings { get; } = settings;

    /// <summary>One look.</summary>
    /// <param name="state">What it remembers.</param>
    /// <param name="nowMicros">Now.</param>
    /// <param name="observation">What it sees.</param>
    public (NodeProvisionerState State, NodeDecision Decision) Decide(NodeProvisionerState state, long nowMicros, ClusterObservation observation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        var (launches, unschedulable) = Launches(observation);
        var empty = observation.Nodes.Where(node => node.IsReady && node.IsEmpty)
            .ToImmutableSortedDictionary(node => node.Id, node => state.EmptySince.GetValueOrDefault(node.Id, nowMicros));
        state = new NodeProvisionerState(empty, launches.IsEmpty ? state.LastAddMicros : nowMicros);
        var removals = launches.IsEmpty && !(state.LastAddMicros + Settings.DelayAfterAddMicros > nowMicros) ? Removals(empty, nowMicros, observation) : [];
        return (state with { EmptySince = empty.RemoveRange(removals) }, new NodeDecision(launches, removals, unschedulable));
    }

    private (ImmutableArray<int> Launches, ImmutableArray<int> Unschedulable) Launches(ClusterObservation observation)
    {
        var (launches, unschedulable) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<int>());
        var rooms = observation.Nodes.Select(node => (node.Pool, Free: node.Free)).ToList();
        foreach (var pod in observation.Pending)
        {
            var room = Room(pod, rooms);
            if (room < 0 && Growing(pod, rooms) is { } pool)
            {
                launches.Add(pool);
                room = rooms.Count;
                rooms.Add((pool, pools[pool].Room));
            }

            if (room < 0)
            {
                unschedulable.Add(pod.Id);
            }
            else
            {
                rooms[room] = (rooms[room].Pool, rooms[room].Free.Less(pod.Demand));
            }
        }

        return (launches.ToImmutable(), unschedulable.ToImmutable());
    }

    // On a node that runs, or that was asked for, perhaps for another pod a moment ago.
    private static int Room(PendingPod pod, List<(int Pool, PodDemand Free)> rooms)
    {
        foreach (var pool in pod.Pools)
        {
            var room = rooms.FindIndex(room => room.Pool == pool && room.Free.Fits(pod.Demand));
            if (room >= 0)
            {
                return room;
            }
        }

        return -1;
    }

    private int? Growing(PendingPod pod, List<(int Pool, PodDemand Free)> rooms)
    {
        foreach (var pool in pod.Pools)
        {
            if (pools[pool].Launcher != NodeLauncher.Nobody && pools[pool].Room.Fits(pod.Demand) && !(rooms.Count(room => room.Pool == pool) >= pools[pool].Max))
            {
                return pool;
            }
        }

        return null;
    }

    private ImmutableArray<int> Removals(ImmutableSortedDictionary<int, long> empty, long now, ClusterObservation observation)
    {
        var poolOf = observation.Nodes.ToDictionary(node => node.Id, node => node.Pool);
        var counts = observation.Nodes.CountBy(node => node.Pool).ToDictionary();
        var removals = ImmutableArray.CreateBuilder<int>();
        foreach (var (node, since) in empty.OrderBy(node => node.Value).ThenBy(node => node.Key))
        {
            var pool = poolOf[node];
            if (removals.Count == Settings.MostRemovals || pools[pool].Launcher == NodeLauncher.Nobody || counts[pool] <= pools[pool].Min || now - since < (pools[pool].IdleMicros ?? Settings.IdleMicros))
            {
                continue;
            }

            counts[pool]--;
            removals.Add(node);
        }

        return removals.ToImmutable();
    }
}
