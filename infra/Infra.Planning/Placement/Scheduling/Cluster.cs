using System.Collections.Immutable;
using Infra.Planning.Placement.Scheduling.Filters;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>Nodes, the pods on them, and what of both the filters ask for. Pods only come; nothing is taken away again.</summary>
internal sealed class Cluster
{
    // Whoever doesn't know how large a node is, doesn't refuse for it.
    private const long Unbounded = long.MaxValue / 4;

    private readonly Dictionary<NodeKind, NodeGroup> _groups = new(ReferenceEqualityComparer.Instance);
    private readonly List<NodeGroup> _inOrder = [];
    private readonly Dictionary<(PodKind, NodeKind), Refusal?> _lasting = [];
    private readonly Dictionary<string, int> _numbers;
    private readonly ImmutableArray<SpreadCount> _spreads;
    private readonly ImmutableArray<SpreadCount> _spreadsByNode;
    private int _nodes;

    /// <summary>An empty cluster for pods of these kinds.</summary>
    /// <param name="pods">All kinds of pods that will ever be placed; names are unique.</param>
    /// <param name="nodes">All kinds of nodes that there will ever be.</param>
    public Cluster(IEnumerable<PodSpec> pods, IEnumerable<NodeKind> nodes)
    {
        var specs = pods.ToList();
        Resources =
        [
            .. specs.SelectMany(pod => pod.Requests.Keys).Concat(nodes.SelectMany(node => node.Allocatable.Keys))
                .Append(ResourceNames.Cpu).Append(ResourceNames.Memory).Append(ResourceNames.Pods).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        _numbers = Resources.Index().ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal);
        Kinds = [.. specs.Select(spec => new PodKind(spec, Amounts(spec.Requests.SetItem(ResourceNames.Pods, 1))))];
        _spreads = PodCounts.Tie(Kinds);
        _spreadsByNode = [.. _spreads.Where(spread => spread.IsByNode)];
    }

    /// <summary>The kinds of pods, in the order in which they were given.</summary>
    public ImmutableArray<PodKind> Kinds { get; }

    /// <summary>The resources, in ordinal order.</summary>
    public ImmutableArray<string> Resources { get; }

    public int Cpu => _numbers[ResourceNames.Cpu];

    public int Memory => _numbers[ResourceNames.Memory];

    /// <summary>Claims that a pod has already.</summary>
    public HashSet<string> ClaimsInUse { get; } = new(StringComparer.Ordinal);

    /// <summary>Zones to which the first pod that mounted a claim has pinned it.</summary>
    public Dictionary<string, string?> ClaimZones { get; } = new(StringComparer.Ordinal);

    /// <summary>All nodes by number.</summary>
    public IEnumerable<ClusterNode> Nodes => _inOrder.SelectMany(group => group.Nodes).OrderBy(node => node.Number);

    /// <summary>How many nodes there are.</summary>
    public int Count => _nodes;

    public ClusterNode Add(NodeKind kind, string name)
    {
        var node = Empty(kind, name, _nodes++);
        var isNew = !_groups.TryGetValue(kind, out var group);
        if (group is null)
        {
            _groups.Add(kind, group = new NodeGroup(kind));
            _inOrder.Add(group);
        }

        group.Add(node);
        // Only a node's own name tells it from others of its kind.
        foreach (var spread in isNew ? _spreads : _spreadsByNode)
        {
            spread.Know(node);
        }

        return node;
    }

    /// <summary>A node that isn't there: what an autoscaler thinks of when it wonders whether one would help.</summary>
    public ClusterNode Imagine(NodeKind kind) => Empty(kind, $"new node of {kind.Name}", int.MaxValue);

    /// <summary>The best of the nodes that take a pod; null if none does.</summary>
    public ClusterNode? Find(PodKind pod)
    {
        ClusterNode? best = null;
        var score = default(NodeScore);
        foreach (var group in _inOrder)
        {
            foreach (var node in Candidates(pod, group))
            {
                var found = NodeScore.Of(pod, node, this);
                if (best is null || found.IsBetterThan(score))
                {
                    (best, score) = (node, found);
                }
            }
        }

        return best;
    }

    /// <summary>Puts a pod on a node, whether the filters like it or not.</summary>
    public void Place(PodKind pod, ClusterNode node)
    {
        _groups[node.Kind].Take(node, pod.Requests);
        node.Pods.Add(pod);
        node.Ports.AddRange(pod.Spec.HostPorts);
        foreach (var volume in pod.Spec.Volumes)
        {
            Attach(volume, node);
        }

        pod.Counted.ForEach(count => count.Add(node, 1));
        pod.CountedSpread.ForEach(count => count.Add(node, 1));
    }

    /// <summary>Why a node doesn't take a pod; null if it does. The first filter in the scheduler's order has the word.</summary>
    public Refusal? Refuse(PodKind pod, ClusterNode node)
    {
        foreach (var filter in NodeFilters.All)
        {
            if (filter.Refuse(pod, node, this) is { } reason)
            {
                return new Refusal(filter.Name, reason);
            }
        }

        return null;
    }

    /// <summary>What a pod requests, or a node has, by the numbers of the resources.</summary>
    public long[] Amounts(ImmutableSortedDictionary<string, long> amounts)
    {
        var numbered = new long[Resources.Length];
        foreach (var (name, amount) in amounts)
        {
            numbered[_numbers[name]] = amount;
        }

        return numbered;
    }

    private IEnumerable<ClusterNode> Candidates(PodKind pod, NodeGroup group)
    {
        if (pod.IsPerNode)
        {
            // Full nodes, most of them, are passed over by the bunch.
            return Roomy(pod, group).SelectMany(bunch => bunch).Where(node => RefuseLasting(pod, node) is null && IsFree(pod, node));
        }

        // For such a pod the nodes of a group differ by their room alone.
        return RefuseLasting(pod, group.Nodes[0]) is null && IsFree(pod, group.Nodes[0])
            ? Roomy(pod, group).Select(bunch => bunch.Min!)
            : [];
    }

    private static IEnumerable<SortedSet<ClusterNode>> Roomy(PodKind pod, NodeGroup group) =>
        group.Bunches.Where(bunch => NodeResourcesFit.Fits(pod.Requests, bunch.Min!.Free));

    private Refusal? RefuseLasting(PodKind pod, ClusterNode node)
    {
        if (!pod.NamesNode && _lasting.TryGetValue((pod, node.Kind), out var known))
        {
            return known;
        }

        var refusal = NodeFilters.Lasting.Select(filter => (filter.Name, Reason: filter.Refuse(pod, node, this))).FirstOrDefault(found => found.Reason is not null) is { Reason: { } reason, Name: var name }
            ? new Refusal(name, reason)
            : null;
        _lasting[(pod, node.Kind)] = refusal;
        return refusal;
    }

    private bool IsFree(PodKind pod, ClusterNode node)
    {
        foreach (var filter in NodeFilters.Changing)
        {
            if (filter.Refuse(pod, node, this) is not null)
            {
                return false;
            }
        }

        return true;
    }

    private void Attach(PodVolume volume, ClusterNode node)
    {
        if (volume.Driver is { } driver && (volume.Claim is null || node.AttachedClaims.Add(volume.Claim)))
        {
            node.Attached[driver] = node.Attached.GetValueOrDefault(driver) + 1;
        }

        if (volume.Claim is { } claim)
        {
            ClaimsInUse.Add(claim);
            if (volume.IsBoundToZone)
            {
                ClaimZones.TryAdd(claim, node.Kind.Zone);
            }
        }
    }

    private ClusterNode Empty(NodeKind kind, string name, int number)
    {
        var free = Amounts(kind.Allocatable);
        if (kind.IsUnbounded)
        {
            for (var i = 0; i < free.Length; i++)
            {
                free[i] = ResourceNames.IsOrdinary(Resources[i]) ? Unbounded : free[i];
            }
        }

        return new ClusterNode(kind, name, number, free);
    }
}
