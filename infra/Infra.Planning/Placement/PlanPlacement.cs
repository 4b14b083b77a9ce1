using System.Collections.Immutable;
using Infra.Core;
using Infra.Planning.Model;
using Infra.Planning.Placement.Growth;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement;

/// <summary>Places the pods of a plan on the nodes of its pools, as the Kubernetes scheduler and the pools' autoscalers would.</summary>
public static class PlanPlacement
{
    /// <summary>The placement of a plan, whoever read or made it.</summary>
    public static PlacementReport Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var objects = PlannedObjects.Of(plan);
        var (pods, groups) = (PodGroups.Of(objects), PoolGroups.Of(objects));
        var pools = groups.Select(group => group.Pool).Distinct().ToImmutableArray();
        var hidden = objects.All.SelectMany(HiddenRules.Of).Select(rule => $"{rule}").ToImmutableArray();
        var hasOtherNodes = !objects.HasCluster;
        var minimum = StateBuilder.Of("minimum", new Scene(pods, groups, group => group.Least), pools, hasOtherNodes);
        var maximum = StateBuilder.Of("maximum", new Scene(pods, groups, group => group.Most), pools, hasOtherNodes);
        return new PlacementReport
        {
            Environment = plan.Stack,
            Pools = pools,
            Minimum = minimum,
            Maximum = maximum,
            Update = pods.Any(group => group.MostAtUpdate > group.Most)
                ? StateBuilder.Of("update", new Scene(pods, groups, group => group.MostAtUpdate), pools, hasOtherNodes, isUpdate: true)
                : null,
            Quotas = Quotas.Of(pools, minimum, maximum),
            NotKnown = hidden.Length,
            Notes = [.. hidden, .. Notes(pools, maximum)],
        };
    }

    private static IEnumerable<string> Notes(ImmutableArray<PlacementPool> pools, PlacementState maximum)
    {
        if (maximum.Elsewhere.Sum(pods => pods.Count) is var elsewhere and > 0)
        {
            yield return $"{Counted.Of(elsewhere, "pod")} {(elsewhere == 1 ? "is" : "are")} left to nodes of a cluster that exists already, of which the plan says nothing";
        }

        foreach (var pool in pools.Where(pool => pool.InstanceTypes.IsEmpty && maximum.NodesOf(pool.Name) > 0))
        {
            yield return pool.Launcher == NodeLauncher.AutoMode
                ? $"EKS Auto Mode chooses instances and number of nodes of {pool.Name} itself: its pods' room is not judged, and its nodes here are the fewest that pods' rules leave"
                : $"the plan says neither how large the nodes of {pool.Name} are nor how many there are: only labels, taints and devices of its pods are judged";
        }

        if (pools.Any(pool => pool.InstanceTypes.Length > 1))
        {
            yield return "where a pool has several instance types, each node is taken for the smallest in every respect, and for quotas for the largest";
        }
    }
}
