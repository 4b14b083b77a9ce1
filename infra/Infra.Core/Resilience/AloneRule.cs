namespace Infra.Core.Resilience;

/// <summary>A model of one replica was promised nothing, and whoever calls it should know.</summary>
internal sealed class AloneRule : IDrainRule
{
    public IEnumerable<DrainFinding> Check(DrainedCluster cluster) => cluster.Pods.Where(pods => pods.Replicas == 1)
        .Select(pods => new DrainFinding(DrainFault.Alone, pods.Name, $"has one replica at its fewest, and is away for a cold start when its node goes{WithItsZone(cluster, pods)}; two replicas would serve on"));

    private static string WithItsZone(DrainedCluster cluster, StandingPods pods) =>
        cluster.PoolsOf(pods).SelectMany(pool => pool.Zones).Distinct(StringComparer.Ordinal).ToList() is [var only] ? $", and for as long as the zone '{only}' is away, which alone has nodes for it" : "";
}
