using System.Collections.Immutable;
using Infra.Core;
using Infra.Planning.Placement.Growth;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Placement.Scheduling.Filters;

namespace Infra.Planning.Placement.Diagnosis;

/// <summary>Why pods found no node, and what would help: the fewest demands are looked for without which an empty node of some pool would take one.</summary>
internal sealed class Trouble
{
    private readonly Scene _scene;
    private readonly PodKind _kind;
    private readonly PodGroup _group;
    private readonly int _count;
    private readonly ImmutableArray<(GrowingGroup Group, ClusterNode Node)> _nodes;

    private Trouble(Scene scene, PodKind kind, int count)
    {
        (_scene, _kind, _group, _count) = (scene, kind, scene.GroupOf(kind), count);
        _nodes = [.. scene.Supply.Groups.SelectMany(group => group.Pools.Kinds, (group, one) => (group, scene.Supply.Template(one)))];
    }

    /// <summary>The trouble of pods that found no node.</summary>
    /// <param name="scene">Where they looked.</param>
    /// <param name="kind">The pods.</param>
    /// <param name="count">How many.</param>
    /// <param name="isUpdate">Whether they are more than there would be without an update, which waits for room.</param>
    public static UnplacedPods Of(Scene scene, PodKind kind, int count, bool isUpdate)
    {
        var trouble = new Trouble(scene, kind, count);
        var takers = trouble.Takers(kind).ToList();
        return takers.Count > 0 ? trouble.NoRoom(takers, isUpdate) : trouble.Conflict();
    }

    private string Who => $"{Counted.Of(_count, "pod")} of {_group.Workload}";

    private string Verb => _count == 1 ? "needs" : "need";

    private IEnumerable<(GrowingGroup Group, ClusterNode Node)> Takers(PodKind kind) => _nodes.Where(one => _scene.Cluster.Refuse(kind, one.Node) is null);

    // An empty node would do, but there is none, and there will be none.
    private UnplacedPods NoRoom(List<(GrowingGroup Group, ClusterNode Node)> takers, bool isUpdate)
    {
        var groups = takers.Select(taker => taker.Group).Distinct().ToList();
        var demands = Demands.Of(_kind, _scene.Cluster, []).Where(demand => demand.Resource is { } name && !ResourceNames.IsOrdinary(name)).Select(demand => demand.Words).ToImmutableArray();
        var asked = demands.IsEmpty
            ? string.Join(", ", Demands.Of(_kind, _scene.Cluster, []).Where(demand => demand.Resource is not null).Select(demand => demand.Words.Words))
            : string.Join(", ", demands.Select(demand => demand.Words));
        return new UnplacedPods(
            _group.Workload,
            _count,
            demands,
            $"{Who} {Verb} {asked}{(_count == 1 ? "" : " each")}; no room is left on {Words.Pools(groups, _scene.Supply.Groups)}{Elsewhere(groups)}",
            Words.Remedy(groups, _kind, _group),
            SchedulerWords.Of(_scene.Cluster, _kind),
            isUpdate || _group.MayWait);
    }

    // Other groups may still grow, and their nodes would do as well, if it weren't for where the pods are already.
    private string Elsewhere(List<GrowingGroup> groups)
    {
        var keeping = _nodes.Where(one => one.Group.MayGrow && !groups.Contains(one.Group)).Select(one => _scene.Cluster.Refuse(_kind, one.Node)?.Filter)
            .FirstOrDefault(filter => filter is nameof(PodTopologySpread) or nameof(InterPodAffinity));
        return keeping is null ? "" : $", and {keeping} keeps them from the other zones";
    }

    private UnplacedPods Conflict()
    {
        var demands = Demands.Of(_kind, _scene.Cluster, _nodes.SelectMany(one => one.Node.Kind.Taints));
        var alone = demands.Where(demand => Takers(demand.Without(_kind)).Any()).ToImmutableArray();
        var found = alone.IsEmpty ? Pair(demands) : alone;
        return new UnplacedPods(
            _group.Workload,
            _count,
            [.. found.Select(demand => demand.Words)],
            found.IsEmpty
                ? $"{Who} {(_count == 1 ? "finds" : "find")} no node: {(_nodes.IsEmpty ? "there is no pool" : "no pool would do, whichever two of the demands are dropped")}"
                : $"{Who} {Verb} {Words.List(found.Select(demand => demand.Words.Words))}: {Detail(found, alone.IsEmpty)}",
            found.IsEmpty ? $"compare {_group.Workload} with the pools: './run explain pod {_group.Workload.Name}' says what each refuses" : string.Join("; ", found.Select(demand => Words.Remedy(demand, Takers(Without(found, alone.IsEmpty ? found : [demand])).Select(taker => taker.Group).FirstOrDefault(), _group)).Distinct()),
            SchedulerWords.Of(_scene.Cluster, _kind),
            false);
    }

    // The first pair that helps; more than two at once nobody would believe.
    private ImmutableArray<Demand> Pair(ImmutableArray<Demand> demands)
    {
        for (var i = 0; i < demands.Length; i++)
        {
            for (var j = i + 1; j < demands.Length; j++)
            {
                if (Takers(demands[j].Without(demands[i].Without(_kind))).Any())
                {
                    return [demands[i], demands[j]];
                }
            }
        }

        return [];
    }

    private PodKind Without(ImmutableArray<Demand> found, ImmutableArray<Demand> which) => which.Aggregate(_kind, (kind, demand) => found.Contains(demand) ? demand.Without(kind) : kind);

    private string Detail(ImmutableArray<Demand> found, bool isPair)
    {
        var details = found.Select(demand => (Demand: demand, Taker: Takers(Without(found, isPair ? found : [demand])).Select(taker => ((GrowingGroup, ClusterNode)?)taker).FirstOrDefault()))
            .Where(one => one.Taker is not null)
            .Select(one => Words.Has(one.Demand, one.Taker!.Value.Item1, one.Taker.Value.Item2, _kind, Takers(one.Demand.Without(_kind)).Select(taker => taker.Node), _scene.Cluster))
            .Distinct();
        return $"no node has {(found.Length == 1 ? "that" : isPair ? "any of these" : found.Length == 2 ? "both" : "all of these")}; {string.Join("; ", details)}";
    }
}
