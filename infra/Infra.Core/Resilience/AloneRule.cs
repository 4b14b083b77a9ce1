namespace Infra.Core.Resilience;

/// <summary>A model of one replica was promised nothing, and whoever calls it should know.</summary>
internal sealed class AloneRule : IDrainRule
{
    public IEnumerable<DrainFinding> Check(DrainedCluster cluster) => cluster.Pods.Where(pods => pods.Replicas == 1)
        .Select(pods => new DrainFinding(DrainFault.Alone, pods.Name, $"has one replica at its fewest: when its node goes it is away for a cold start, which a second one would bridge{WithItsZone(cluster, pods)}"));

    private static string WithItsZone(DrainedCluster cluster, StandingPods pods) =>
        cluster.PoolsOf(pods).SelectMany(pool => pool.Zones).Distinct(StringComparer.Ordinal).ToList() is [var only] ? $"; and all of its nodes are in the zone '{only}', with which it goes" : "";
}
