using Infra.Core;
using Infra.Planning.Placement.Growth;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Placement.Scheduling.Filters;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Diagnosis;

/// <summary>Sentences about pools and demands, with the key of the environment file where the component tells it.</summary>
internal static class Words
{
    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    /// <summary>Pools, or the zones of them that are meant, with the nodes that they have.</summary>
    /// <param name="groups">What is meant.</param>
    /// <param name="all">All that there are.</param>
    public static string Pools(IEnumerable<GrowingGroup> groups, IEnumerable<GrowingGroup> all)
    {
        var sizes = all.CountBy(group => group.Pools.Pool).ToDictionary();
        return List(groups.GroupBy(group => group.Pools.Pool).OrderBy(pool => pool.Key.Name, StringComparer.Ordinal)
            .SelectMany(pool => pool.Count() == sizes[pool.Key] ? [Full(pool.Key.Name, pool.Key, pool.Sum(group => group.Nodes))] : pool.Select(group => Full(group.Pools.Name, pool.Key, group.Nodes))));
    }

    private static string Full(string name, PlacementPool pool, int nodes) =>
        pool.Launcher == NodeLauncher.Nobody ? $"the {Counted.Of(nodes, "node")} of {name}, to which nobody adds any" : $"{name}, which is at its most of {Counted.Of(nodes, "node")}";

    /// <summary>What would make room.</summary>
    public static string Remedy(IReadOnlyCollection<GrowingGroup> groups, PodKind kind, PodGroup group)
    {
        var careless = groups.Where(one => !NodeSupply.Cares(one, kind)).ToList();
        if (careless.Count > 0)
        {
            return $"Cluster Autoscaler adds no node for a pod of priority {kind.Spec.Priority}: give {group.Workload} a priority of -10 or more";
        }

        var pools = groups.Select(one => one.Pools.Pool).Distinct().OrderBy(pool => pool.Name, StringComparer.Ordinal).ToList();
        var more = List(pools.Select(pool => pool.Launcher == NodeLauncher.Nobody ? $"minSize or a node autoscaler for {Key(pool)}" : $"the most nodes of {Key(pool)}"));
        return group.Most > group.Least && !group.Workload.IsDeclared ? $"raise {more}, or lower the most replicas of {Key(group.Workload)}" : $"raise {more}";
    }

    /// <summary>What the nearest nodes have instead of what is demanded.</summary>
    public static string Has(Demand demand, GrowingGroup group, ClusterNode node, PodKind kind, IEnumerable<ClusterNode> others, Cluster cluster)
    {
        var pool = group.Pools.Pool.Name;
        if (demand.Resource is { } resource)
        {
            var number = cluster.Resources.IndexOf(resource);
            var largest = others.Append(node).MaxBy(one => one.Free[number])!;
            return $"a node of {largest.Kind.Pool} has {resource}: {Amount.Of(resource, largest.Free[number])}{(kind.Requests[number] > 0 && ResourceNames.IsOrdinary(resource) ? " beside its daemon sets" : "")}";
        }

        return demand.Words.Filter == nameof(TaintToleration) ? $"{pool} would do but for {demand.Words.Words["no ".Length..]}" : $"{pool} would do but for {demand.Words.Words}";
    }

    /// <summary>What would resolve a demand.</summary>
    public static string Remedy(Demand demand, GrowingGroup? taker, PodGroup group)
    {
        var workload = Key(group.Workload);
        return demand.Words.Filter switch
        {
            nameof(NodeResourcesFit) => $"let {workload} ask for less of {demand.Resource}{(taker is null ? "" : $", or give {Key(taker.Pools.Pool)} larger instance types")}",
            nameof(TaintToleration) => $"let {workload} tolerate {demand.Words.Words["no taint ".Length..]}",
            nameof(NodeAffinity) => taker is null ? $"let {workload} select a pool that there is" : $"let {workload} select {Key(taker.Pools.Pool)}, or a label that its nodes have",
            nameof(PodTopologySpread) => Loosen(),
            nameof(InterPodAffinity) when demand.Words.Words.StartsWith("no pods near", StringComparison.Ordinal) => Loosen(),
            _ => $"let {workload} do without {demand.Words.Words}",
        };

        string Loosen() => $"let {workload} loosen the rule '{demand.Words.Words}', or give its pools more zones or nodes";
    }

    private static string Key(PlacementPool pool) => pool.Urn?.Type switch
    {
        ComponentTypes.SystemNodePool => "the system pool (gpu-inference:systemPool)",
        ComponentTypes.GpuNodePool or ComponentTypes.KarpenterNodePool or ComponentTypes.EksAutoModeNodes or ComponentTypes.EdgePool => $"pool {pool.Name} (gpu-inference:pools, name: {pool.Name})",
        _ => $"pool {pool.Name}",
    };

    private static string Key(PodWorkload workload) => workload.Component?.Type switch
    {
        ComponentTypes.InferenceService => $"{workload} (gpu-inference:models, name: {workload.Component.Name})",
        ComponentTypes.BatchInference => $"{workload} (gpu-inference:jobs, name: {workload.Component.Name})",
        ComponentTypes.TrainingJob or ComponentTypes.RayTraining => $"{workload} (gpu-inference:trainings, name: {workload.Component.Name})",
        _ => $"{workload}",
    };
}
