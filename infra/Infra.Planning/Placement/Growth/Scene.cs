using System.Collections.Immutable;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;

namespace Infra.Planning.Placement.Growth;

/// <summary>A cluster in which all pods of one state have looked for nodes.</summary>
internal sealed class Scene
{
    private readonly Dictionary<PodKind, PodGroup> _groups = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PodKind, int> _missing = new(ReferenceEqualityComparer.Instance);
    private readonly List<(PodKind Kind, ClusterNode Node)> _order = [];

    /// <summary>Places pods.</summary>
    /// <param name="pods">All pods that there are.</param>
    /// <param name="pools">The pools.</param>
    /// <param name="count">How many there are of pods that aren't one per node.</param>
    public Scene(IEnumerable<PodGroup> pods, IReadOnlyList<PoolGroup> pools, Func<PodGroup, int> count)
    {
        var ordered = PodOrder.Of(pods).ToList();
        Cluster = new Cluster(ordered.Select(group => group.Spec), pools.SelectMany(pool => pool.Kinds));
        foreach (var (kind, group) in Cluster.Kinds.Zip(ordered))
        {
            _groups.Add(kind, group);
        }

        Supply = new NodeSupply(Cluster, pools, Cluster.Kinds.Where(kind => _groups[kind].Workload.IsPerNode));
        Place(count);
        foreach (var (daemon, homeless) in Supply.Homeless)
        {
            _missing[daemon] = homeless;
        }
    }

    public Cluster Cluster { get; }

    public NodeSupply Supply { get; }

    /// <summary>Pods that found nodes, in the order in which they did.</summary>
    public IReadOnlyList<(PodKind Kind, ClusterNode Node)> Placed => _order;

    /// <summary>Pods that found none, by kind.</summary>
    public IEnumerable<(PodKind Kind, int Count)> Missing => Cluster.Kinds.Where(_missing.ContainsKey).Select(kind => (kind, _missing[kind]));

    public PodGroup GroupOf(PodKind kind) => _groups[kind];

    // A pod may wait for another that it wants beside it; as long as any finds a node, the others try again.
    private void Place(Func<PodGroup, int> count)
    {
        var waiting = Cluster.Kinds.Where(kind => !_groups[kind].Workload.IsPerNode).Select(kind => (Kind: kind, Count: count(_groups[kind]))).Where(pods => pods.Count > 0).ToList();
        for (var isAnyPlaced = true; isAnyPlaced && waiting.Count > 0;)
        {
            var left = waiting.Select(pods => (pods.Kind, Count: pods.Count - PlaceAll(pods.Kind, pods.Count))).ToList();
            isAnyPlaced = left.Sum(pods => pods.Count) < waiting.Sum(pods => pods.Count);
            waiting = [.. left.Where(pods => pods.Count > 0)];
        }

        foreach (var (kind, missing) in waiting)
        {
            _missing[kind] = missing;
        }
    }

    private int PlaceAll(PodKind kind, int count)
    {
        for (var placed = 0; placed < count; placed++)
        {
            if ((Cluster.Find(kind) ?? Supply.GrowFor(kind)) is not { } node)
            {
                return placed;
            }

            Cluster.Place(kind, node);
            _order.Add((kind, node));
        }

        return count;
    }
}
