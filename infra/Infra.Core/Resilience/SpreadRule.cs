namespace Infra.Core.Resilience;

/// <summary>A model of two or more replicas keeps one when a node or a zone fails; controllers of several replicas at least wish to be apart.</summary>
internal sealed class SpreadRule : IDrainRule
{
    public IEnumerable<DrainFinding> Check(DrainedCluster cluster)
    {
        foreach (var pods in cluster.Pods.Where(pods => pods.Least > 1))
        {
            if (!pods.IsSpread)
            {
                yield return new DrainFinding(DrainFault.Unguarded, pods.Name, $"nothing that we know of keeps its {pods.Least} pods apart; constraints of topology would");
            }

            if (pods.Replicas > 1)
            {
                foreach (var finding in CheckModel(cluster, pods))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<DrainFinding> CheckModel(DrainedCluster cluster, StandingPods pods)
    {
        var pools = cluster.PoolsOf(pods);
        if (pools.FirstOrDefault(pool => pods.WorstOn(pool) >= pods.Least) is { } pool)
        {
            yield return new DrainFinding(DrainFault.OneNode, pods.Name, $"a node of '{pool.Name}' holds {pods.WorstOn(pool)} replicas, so that all {pods.Least} may be on one and go with it");
        }

        if (pods.MostInOneZone is { } most && most < pods.Least && !pools.IsEmpty)
        {
            yield break;
        }

        var zones = pools.SelectMany(pool => pool.Zones).Distinct(StringComparer.Ordinal).Count();
        yield return new DrainFinding(DrainFault.OneZone, pods.Name, pools.IsEmpty
            ? $"somebody else manages its nodes, and nobody told us their zones: all {pods.Least} replicas may be in one"
            : zones < 2
                ? $"its pools stand in one zone, and all {pods.Least} replicas with them"
                : $"its pools stand in {zones} zones, but no rule keeps all {pods.Least} replicas from one of them");
    }
}
