using System.Collections.Immutable;
using Infra.Core.Catalog;

namespace Infra.Core.Footprints;

/// <summary>
/// Equal nodes and the pods that they have to hold: a daemon set has one on each of them, the others lie where there is room, much as the scheduler
/// puts them: greatest first, each on the emptiest node that takes it.
/// </summary>
public sealed class NodePacking
{
    private readonly ImmutableArray<NodeRoom> _pods;

    /// <summary>Pods on nodes of one kind.</summary>
    /// <param name="node">What a node offers to pods, daemon sets included.</param>
    /// <param name="footprints">The pods; all of them may run on these nodes.</param>
    public NodePacking(Allocatable node, IReadOnlyCollection<PodFootprint> footprints)
    {
        ArgumentNullException.ThrowIfNull(node);
        Free = footprints.Where(footprint => footprint.Kind == WorkloadKind.DaemonSet)
            .Aggregate(new NodeRoom(node.Cpu.Millicores, node.Memory.Bytes, node.Pods), (free, footprint) => free - Pod(footprint));
        _pods = [.. footprints.Where(footprint => footprint.Kind == WorkloadKind.Deployment).SelectMany(footprint => Enumerable.Repeat(Pod(footprint), footprint.Replicas))];
        Demand = _pods.Aggregate(default(NodeRoom), (sum, pod) => sum + pod);
    }

    /// <summary>What a node has left beside its daemon sets; below zero where it doesn't even hold these.</summary>
    public NodeRoom Free { get; }

    /// <summary>What all other pods ask for together.</summary>
    public NodeRoom Demand { get; }

    /// <summary>The fewest nodes that hold all pods; null if more than <paramref name="most"/> would be needed.</summary>
    public int? NodesNeeded(int most) =>
        Free is { Millicores: > 0, Bytes: > 0, Pods: >= 0 } ? Enumerable.Range(1, most).Where(Hold).Select(nodes => (int?)nodes).FirstOrDefault() : null;

    private bool Hold(int nodes)
    {
        var free = Enumerable.Repeat(Free, nodes).ToArray();
        foreach (var pod in _pods.OrderByDescending(pod => pod.ShareOf(Free)))
        {
            var emptiest = Enumerable.Range(0, nodes).Where(node => pod.FitsInto(free[node])).OrderBy(node => (Free - free[node]).ShareOf(Free)).FirstOrDefault(-1);
            if (emptiest < 0)
            {
                return false;
            }

            free[emptiest] -= pod;
        }

        return true;
    }

    private static NodeRoom Pod(PodFootprint footprint) => new(footprint.Cpu.Millicores, footprint.Memory.Bytes, 1);
}
