using System.Collections.Immutable;
using Infra.Capacity.Platform;

namespace Infra.Capacity.Control;

/// <summary>
/// The node that takes a pod: of the first pool of its preference with room, the node with most CPU left (kube-scheduler's <c>LeastAllocated</c>), the oldest of equals. The real scheduler weighs the preference against other scores;
/// between pools of equal nodes it comes to the same.
/// </summary>
public static class NodeChoice
{
    /// <summary>The number of the node; null where none takes it.</summary>
    /// <param name="demand">What the pod requests.</param>
    /// <param name="preference">Pools whose nodes may take it, the preferred first.</param>
    /// <param name="nodes">The nodes, by their numbers upwards.</param>
    public static int? Of(PodDemand demand, ImmutableArray<int> preference, IReadOnlyCollection<NodeReading> nodes)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(nodes);
        foreach (var pool in preference)
        {
            NodeReading? best = null;
            foreach (var node in nodes)
            {
                if (node.Pool == pool && node.IsReady && node.Free.Fits(demand) && (best is null || node.Free.CpuMillis > best.Free.CpuMillis))
                {
                    best = node;
                }
            }

            if (best is not null)
            {
                return best.Id;
            }
        }

        return null;
    }
}
