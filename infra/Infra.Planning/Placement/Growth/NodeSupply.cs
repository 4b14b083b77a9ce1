using System.Collections.Immutable;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Placement.Scheduling.Filters;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement.Growth;

/// <summary>
/// The nodes of all pools: those that are always there, and those that autoscalers add. An autoscaler adds a node for a pod if the filters say that a node which isn't there yet, with the labels that
/// are known of it and with its daemon sets on it, would take the pod.
/// </summary>
internal sealed class NodeSupply
{
    // Cluster Autoscaler adds no nodes for pods below it (expendable-pods-priority-cutoff).
    private const int ExpendablePriority = -10;

    private readonly Cluster _cluster;
    private readonly ImmutableArray<PodKind> _daemons;
    private readonly ImmutableArray<GrowingGroup> _groups;
    private readonly Dictionary<NodeKind, ClusterNode> _templates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<PodKind, int> _homeless = [];
    private readonly HashSet<ClusterNode> _added = new(ReferenceEqualityComparer.Instance);

    /// <summary>Nodes that are always there, with their daemon sets.</summary>
    /// <param name="cluster">An empty cluster, which knows all kinds.</param>
    /// <param name="groups">The pools.</param>
    /// <param name="daemons">Pods of which each node that takes them has one.</param>
    public NodeSupply(Cluster cluster, IEnumerable<PoolGroup> groups, IEnumerable<PodKind> daemons)
    {
        _cluster = cluster;
        _daemons = [.. daemons.OrderByDescending(daemon => daemon.Spec.Priority).ThenBy(daemon => daemon.Spec.Name, StringComparer.Ordinal)];
        _groups = [.. groups.OrderBy(group => group.Name, StringComparer.Ordinal).Select(group => new GrowingGroup(group))];
        foreach (var group in _groups)
        {
            for (var i = 0; i < group.Pools.Least; i++)
            {
                Add(group, group.NextZone());
            }
        }
    }

    public ImmutableArray<GrowingGroup> Groups => _groups;

    /// <summary>Nodes that an autoscaler added.</summary>
    public IReadOnlySet<ClusterNode> Added => _added;

    /// <summary>How many pods of daemon sets found no room on the node that they are for.</summary>
    public IReadOnlyDictionary<PodKind, int> Homeless => _homeless;

    /// <summary>Adds nodes until one takes a pod.</summary>
    /// <returns>The node; null where no autoscaler thinks that it can help.</returns>
    public ClusterNode? GrowFor(PodKind pod)
    {
        foreach (var group in Candidates(pod))
        {
            while (group.MayGrow && Helps(group, pod) is { } kind)
            {
                var node = Add(group, group.Picks ? kind : group.NextZone());
                _added.Add(node);
                if (_cluster.Refuse(pod, node) is null)
                {
                    return node;
                }
            }
        }

        return null;
    }

    /// <summary>A node that would be added, with its daemon sets.</summary>
    public ClusterNode Template(NodeKind kind)
    {
        if (!_templates.TryGetValue(kind, out var template))
        {
            template = _cluster.Imagine(kind);
            foreach (var daemon in _daemons.Where(daemon => IsFor(daemon, template)))
            {
                for (var i = 0; i < daemon.Requests.Length; i++)
                {
                    template.Free[i] -= daemon.Requests[i];
                }

                template.Ports.AddRange(daemon.Spec.HostPorts);
            }

            _templates.Add(kind, template);
        }

        return template;
    }

    /// <summary>Whether the group's autoscaler cares for pods of this priority.</summary>
    public static bool Cares(GrowingGroup group, PodKind pod) => group.Pools.Pool.Launcher != NodeLauncher.ClusterAutoscaler || pod.Spec.Priority >= ExpendablePriority;

    // The expander: preferred groups first, then the one that leaves the least idle (ClusterAutoscalerValues). Karpenter takes a preference for a demand as long as it can.
    private List<GrowingGroup> Candidates(PodKind pod) => _groups
        .Where(group => group.MayGrow && Cares(group, pod))
        .Select(group => (Group: group, Kind: Helps(group, pod)))
        .Where(found => found.Kind is not null)
        .OrderByDescending(found => found.Group.Picks ? NodeScore.Preference(pod.Spec, Template(found.Kind!)) : 0)
        .ThenBy(found => found.Group.Pools.Rank)
        .ThenBy(found => Waste(pod, Template(found.Kind!)))
        .ThenBy(found => found.Group.Pools.Name, StringComparer.Ordinal)
        .Select(found => found.Group)
        .ToList();

    // Cluster Autoscaler thinks of one node for a group of several zones: like the first that is there, else in the first zone (cluster-autoscaler, processors/nodeinfosprovider and
    // cloudprovider/aws/aws_manager.go). Who launches nodes one by one picks the zone, and knows of zones that have no node yet (karpenter.sh, "Scheduling", topology spread).
    private NodeKind? Helps(GrowingGroup group, PodKind pod)
    {
        if (group.Picks)
        {
            return group.Pools.Kinds.Where(kind => _cluster.Refuse(pod, Template(kind)) is null)
                .OrderByDescending(kind => NodeScore.Preference(pod.Spec, Template(kind))).ThenBy(kind => Neighbours(pod, Template(kind))).FirstOrDefault();
        }

        return _cluster.Refuse(pod, Template(group.Known)) is null ? group.Known : null;
    }

    private static int Neighbours(PodKind pod, ClusterNode template) => pod.Spread.Sum(count => count.Skew(template, 0)) + pod.Own.Sum(count => count.At(template));

    private long Waste(PodKind pod, ClusterNode template) => template.Kind.IsUnbounded
        ? long.MaxValue
        : Share(pod, template, _cluster.Cpu, ResourceNames.Cpu) + Share(pod, template, _cluster.Memory, ResourceNames.Memory);

    private static long Share(PodKind pod, ClusterNode template, int resource, string name) =>
        template.Kind.Allocatable.TryGetValue(name, out var whole) && whole > 0 ? (template.Free[resource] - pod.Requests[resource]) * 1000 / whole : 0;

    private ClusterNode Add(GrowingGroup group, NodeKind kind)
    {
        var pool = group.Pools.Pool.Name;
        var number = _numbers[pool] = _numbers.GetValueOrDefault(pool) + 1;
        var node = _cluster.Add(kind, $"{pool}-{number}");
        group.Count(node);
        foreach (var daemon in _daemons.Where(daemon => IsFor(daemon, node)))
        {
            if (_cluster.Refuse(daemon, node) is null)
            {
                _cluster.Place(daemon, node);
            }
            else
            {
                _homeless[daemon] = _homeless.GetValueOrDefault(daemon) + 1;
            }
        }

        return node;
    }

    /// <summary>Whether a daemon set has a pod for nodes of a kind.</summary>
    public bool IsFor(PodKind daemon, NodeKind kind) => IsFor(daemon, Template(kind));

    // The daemon set's controller makes pods for nodes by these alone (kubernetes.io, "DaemonSet", how daemon pods are scheduled).
    private static bool IsFor(PodKind daemon, ClusterNode node) => NodeAffinity.Matches(daemon.Spec, node) && TaintToleration.Untolerated(daemon.Spec, node.Kind) is null;
}
