using System.Collections.Immutable;
using Infra.Planning.Model;
using Infra.Planning.Placement.Diagnosis;
using Infra.Planning.Placement.Growth;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement;

/// <summary>Why pods land where they do.</summary>
/// <param name="Workload">What makes them.</param>
/// <param name="Least">How many there are always; of a daemon set those on one node.</param>
/// <param name="Most">How many there are at most.</param>
/// <param name="Priority">Their priority.</param>
/// <param name="Requests">What one requests, as people write it, e.g. <c>cpu: 2</c>.</param>
/// <param name="AtMinimum">Their nodes at minimum, one for each pod.</param>
/// <param name="AtMaximum">Their nodes at maximum, one for each pod.</param>
/// <param name="Unplaced">Those without a node, in the first state that has such; null for none.</param>
/// <param name="Verdicts">What an empty node of each pool says, in the pools' order.</param>
public sealed record PodExplanation(
    PodWorkload Workload,
    int Least,
    int Most,
    int Priority,
    ImmutableArray<string> Requests,
    ImmutableArray<string> AtMinimum,
    ImmutableArray<string> AtMaximum,
    UnplacedPods? Unplaced,
    ImmutableArray<PodVerdict> Verdicts)
{
    /// <summary>Names by which pods of a plan can be asked for, in ordinal order.</summary>
    public static ImmutableArray<string> Names(Plan plan) => [.. PodGroups.Of(PlannedObjects.Of(plan)).Select(group => group.Workload.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The pods of all workloads of a name.</summary>
    public static ImmutableArray<PodExplanation> Of(Plan plan, string name)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var objects = PlannedObjects.Of(plan);
        var (pods, groups) = (PodGroups.Of(objects), PoolGroups.Of(objects));
        var report = PlanPlacement.Of(plan);
        // Other pods have no say here but the daemon sets: the cluster is empty.
        var empty = new Scene(pods, groups, _ => 0);
        return
        [
            .. pods.Where(group => group.Workload.Name == name).Select(group => new PodExplanation(
                group.Workload,
                group.Least,
                group.Most,
                group.Spec.Priority,
                [.. group.Spec.Requests.Select(request => $"{request.Key}: {Amount.Of(request.Key, request.Value)}")],
                Nodes(report.Minimum, group.Workload),
                Nodes(report.Maximum, group.Workload),
                report.States.SelectMany(state => state.Unplaced).FirstOrDefault(unplaced => unplaced.Workload == group.Workload),
                [.. VerdictsOf(empty, group, report.Pools)])),
        ];
    }

    private static ImmutableArray<string> Nodes(PlacementState state, PodWorkload workload) => state.Pods.FirstOrDefault(pods => pods.Workload == workload)?.Nodes ?? [];

    private static IEnumerable<PodVerdict> VerdictsOf(Scene empty, PodGroup group, ImmutableArray<PlacementPool> pools)
    {
        var kind = empty.Cluster.Kinds.Single(one => empty.GroupOf(one) == group);
        // The pod of a daemon set is on the node already.
        return empty.Supply.Groups.SelectMany(one => one.Pools.Kinds)
            .Select(node => (node.Pool, node.Zone, Refusal: group.Workload.IsPerNode && empty.Supply.IsFor(kind, node) ? null : empty.Cluster.Refuse(kind, empty.Supply.Template(node))))
            .GroupBy(one => (one.Pool, one.Refusal))
            .OrderBy(one => pools.IndexOf(pools.First(pool => pool.Name == one.Key.Pool)))
            .ThenBy(one => one.First().Zone, StringComparer.Ordinal)
            .Select(one => new PodVerdict(one.Key.Pool, [.. one.Select(zone => zone.Zone).OfType<string>()], one.Key.Refusal?.Filter, one.Key.Refusal?.Reason));
    }
}
