using Infra.Core.Footprints;
using Infra.Core.Resilience;
using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Planning.Resilience;

/// <summary>What a plan says of nodes, of pods that stand there all the time, and of what limits them: rendered ones and declared ones.</summary>
public static class PlannedCluster
{
    /// <summary>The cluster of a plan, whoever read or made it.</summary>
    public static DrainedCluster Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var objects = PlannedObjects.Of(plan);
        var pools = PlannedPool.Of(objects);
        var rendered = PlannedPods.Of(objects).Where(StandingWorkloads.Stands).ToList();
        var declared = DeclaredPods.Of(objects).ToList();
        return new DrainedCluster(
            [
                .. pools.Select(pool => DrainPools.Beside(
                    pool,
                    declared.Where(pods => pods.IsPerNode && pool.MayTakeDaemon(pods.Selectors, pods.Tolerations)).Select(pods => pods.Room)
                        .Concat(rendered.Where(one => one.Pods.IsPerNode && pool.MayTakeDaemon(new PodRules(one.Pods).Selectors, one.Pods.Tolerations)).Select(one => Room(one.Pods))))),
            ],
            [
                .. rendered.Where(one => one.Pods is { IsPerNode: false, Least: > 0 }).Select(one => StandingWorkloads.Of(one, objects, pools)),
                .. declared.Where(pods => !pods.IsPerNode).Select(pods => StandingWorkloads.Of(pods, pools)),
            ],
            PlannedQuota.Of(objects));
    }

    private static NodeRoom Room(Core.Projections.ProjectedPods pods) => new(pods.Requests.Cpu.Millicores, pods.Requests.Memory.Bytes, 1);
}
