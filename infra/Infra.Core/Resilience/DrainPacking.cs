using System.Collections.Immutable;

namespace Infra.Core.Resilience;

/// <summary>
/// Where all pods find a place with one node less: those with the fewest pools and the most devices first, each where it leaves the least idle. That a place is found
/// proves that there is one; nothing is said of how long somebody takes to launch the node.
/// </summary>
internal sealed class DrainPacking
{
    private readonly Dictionary<StandingPods, int> _unplaced = new(ReferenceEqualityComparer.Instance);

    private DrainPacking()
    {
    }

    /// <summary>Pods of a kind that found no place.</summary>
    public int Unplaced(StandingPods pods) => _unplaced.GetValueOrDefault(pods);

    /// <summary>Places all pods.</summary>
    /// <param name="cluster">Nodes and pods.</param>
    /// <param name="without">The pool that has lost a node; null for none.</param>
    public static DrainPacking Of(DrainedCluster cluster, DrainPool? without)
    {
        var nodes = cluster.Pools.ToDictionary(pool => pool.Name, pool => Enumerable.Repeat(pool.Node, pool.Nodes - (pool == without ? 1 : 0)).ToArray(), StringComparer.Ordinal);
        var packing = new DrainPacking();
        foreach (var pods in cluster.Pods.Where(pods => !pods.Pools.IsEmpty).OrderBy(pods => pods.Pools.Length).ThenByDescending(pods => pods.Space.Devices.Values.Sum()).ThenByDescending(pods => pods.Space.Room.Bytes))
        {
            var onNode = new Dictionary<(string, int), int>();
            packing._unplaced[pods] = Enumerable.Range(0, pods.Least).Count(_ => !Place(pods, nodes, onNode));
        }

        return packing;
    }

    private static bool Place(StandingPods pods, Dictionary<string, NodeSpace[]> nodes, Dictionary<(string Pool, int Node), int> onNode)
    {
        foreach (var pool in pods.Pools)
        {
            var places = nodes[pool];
            var place = Enumerable.Range(0, places.Length)
                .Where(node => pods.Space.FitsInto(places[node]) && onNode.GetValueOrDefault((pool, node)) < (pods.MostOnOneNode ?? int.MaxValue))
                .OrderBy(node => places[node].Devices.Values.Sum())
                .ThenBy(node => places[node].Room.Bytes)
                .FirstOrDefault(-1);
            if (place >= 0)
            {
                places[place] -= pods.Space;
                onNode[(pool, place)] = onNode.GetValueOrDefault((pool, place)) + 1;
                return true;
            }
        }

        return false;
    }
}
