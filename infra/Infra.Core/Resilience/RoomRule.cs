namespace Infra.Core.Resilience;

/// <summary>Pods of a node that goes find another one, or at least keep no drain from its end.</summary>
internal sealed class RoomRule : IDrainRule
{
    public IEnumerable<DrainFinding> Check(DrainedCluster cluster) => cluster.Pools.Where(pool => pool.Nodes > 0).SelectMany(pool => Check(cluster, pool));

    private static IEnumerable<DrainFinding> Check(DrainedCluster cluster, DrainPool pool)
    {
        var packing = DrainPacking.Of(cluster, pool);
        // What doesn't even fit while all nodes are there is no matter of drains: placement says it.
        var before = DrainPacking.Of(cluster, null);
        foreach (var pods in cluster.Pods.Where(pods => pods.Pools.Contains(pool.Name) && packing.Unplaced(pods) > before.Unplaced(pods)))
        {
            var homeless = Math.Min(packing.Unplaced(pods) - before.Unplaced(pods), pods.WorstOn(pool));
            var nodes = pool.Nodes == 1 ? "is the only one of its pool" : $"is one of {pool.Nodes}, and the others are full";
            yield return homeless > pods.Allowed
                ? new DrainFinding(
                    DrainFault.Blocked,
                    pods.Name,
                    $"{homeless} of its {pods.Least} pods may stand on one node of '{pool.Name}' and find no other: it {nodes}; the budget lets {pods.Allowed} go, and the drain waits for ever; "
                    + $"raise the pool's capacity or let {homeless} go")
                : new DrainFinding(
                    DrainFault.Waits, pods.Name, $"when a node of '{pool.Name}' goes, which {nodes}, {Counted.Of(homeless, "pod")} of {pods.Least} {(homeless == 1 ? "waits" : "wait")} for the node that replaces it");
        }
    }
}
