using Infra.Core.Resilience;
using Infra.Planning.Model;

namespace Infra.Planning.Resilience;

/// <summary>What a plan says of nodes, of pods that stand there all the time, and of what limits them: rendered ones and declared ones.</summary>
public static class PlannedCluster
{
    /// <summary>The cluster of a plan, whoever read or made it.</summary>
    public static DrainedCluster Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var objects = plan.Resources.Select(resource => new PlannedObject(resource, KnownInputs.Of(resource.Inputs))).ToList();
        var pools = PlannedPool.Of(objects);
        var rendered = PlannedPods.Of(objects).ToList();
        var declared = DeclaredPods.Of(objects).ToList();
        return new DrainedCluster(
            [
                .. pools.Select(pool => pool.Beside(
                    declared.Where(pods => pods.IsPerNode && pool.MayTakeDaemon(pods.Selectors, pods.Tolerations)).Select(pods => pods.Room)
                        .Concat(rendered.Where(one => one.Pods.IsPerNode && pool.MayTakeDaemon(new PodRules(one.Pods).Selectors, one.Pods.Tolerations)).Select(one => Room(one.Pods))))),
            ],
            [
                .. rendered.Where(one => one.Pods is { IsPerNode: false, Least: > 0 }).Select(one => PlannedPods.Standing(one.Owner, one.Pods, objects, pools)),
                .. declared.Where(pods => !pods.IsPerNode).Select(pods => pods.Standing(pools)),
            ],
            PlannedQuota.Of(objects));
    }

    private static Core.Footprints.NodeRoom Room(Core.Projections.ProjectedPods pods) => new(pods.Requests.Cpu.Millicores, pods.Requests.Memory.Bytes, 1);
}
