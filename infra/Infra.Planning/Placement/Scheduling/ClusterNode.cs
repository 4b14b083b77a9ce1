using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>A node with what is left on it.</summary>
internal sealed class ClusterNode(NodeKind kind, string name, int number, long[] free)
{
    public NodeKind Kind => kind;

    public string Name => name;

    /// <summary>Its place among the nodes of the cluster: of two that are equally good, the lower one is taken.</summary>
    public int Number => number;

    /// <summary>What is left of each resource, by the cluster's numbering.</summary>
    public long[] Free => free;

    public List<HostPort> Ports { get; } = [];

    /// <summary>Claims whose volumes are attached, by driver; those of single pods count without a name.</summary>
    public Dictionary<string, int> Attached { get; } = new(StringComparer.Ordinal);

    public HashSet<string> AttachedClaims { get; } = new(StringComparer.Ordinal);

    /// <summary>The pods on it, in the order in which they came.</summary>
    public List<PodKind> Pods { get; } = [];

    public string? Label(string key) => key == NodeLabels.Hostname ? name : kind.Labels.GetValueOrDefault(key);
}
