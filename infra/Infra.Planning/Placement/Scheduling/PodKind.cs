using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>Equal pods within a cluster: what they ask for by the cluster's numbering, and the counts that they watch and change.</summary>
internal sealed class PodKind(PodSpec spec, long[] requests)
{
    public PodSpec Spec => spec;

    public long[] Requests => requests;

    /// <summary>Pods that all terms of the affinity select, by each term's label.</summary>
    public List<TopologyCount> Wanted { get; } = [];

    /// <summary>Pods that a term of the anti-affinity selects.</summary>
    public List<TopologyCount> Avoided { get; } = [];

    /// <summary>Pods whose anti-affinity selects these.</summary>
    public List<TopologyCount> AvoidedBy { get; } = [];

    public List<SpreadCount> Spread { get; } = [];

    /// <summary>The pods of the kind itself by each label over which they would rather be spread.</summary>
    public List<TopologyCount> Own { get; } = [];

    /// <summary>What has to be changed when one of the pods lands.</summary>
    public List<TopologyCount> Counted { get; } = [];

    public List<SpreadCount> CountedSpread { get; } = [];

    /// <summary>Whether the verdict on a node depends on the node's name.</summary>
    public bool NamesNode { get; } = spec.NodeName is not null
        || spec.NodeSelector.ContainsKey(NodeLabels.Hostname)
        || (spec.NodeTerms ?? []).Concat(spec.PreferredNodes.Select(one => one.Term)).Any(term => !term.Fields.IsEmpty || term.Labels.Any(one => one.Key == NodeLabels.Hostname));

    /// <summary>Whether two nodes of a kind with the same room may differ for the pod.</summary>
    public bool IsPerNode => NamesNode
        || !spec.HostPorts.IsEmpty
        || !spec.Volumes.IsEmpty
        || Spread.Any(count => count.IsByNode)
        || Wanted.Concat(Avoided).Concat(AvoidedBy).Concat(Own).Any(count => count.Key == NodeLabels.Hostname);

    /// <summary>Whether the pod is counted by its own constraint.</summary>
    public bool Matches(SpreadConstraint constraint) => constraint.Selector.Matches(spec.Labels);

    /// <summary>The same pods with other demands on the node, watching the same counts.</summary>
    public PodKind Like(PodSpec other) => new PodKind(other, requests).Watch(Wanted, Avoided, AvoidedBy, Spread);

    /// <summary>The same pods with other requests.</summary>
    public PodKind Requesting(long[] other) => new PodKind(spec, other).Watch(Wanted, Avoided, AvoidedBy, Spread);

    /// <summary>The same pods with some of the counts only.</summary>
    public PodKind Watching(
        IReadOnlyList<TopologyCount>? wanted = null, IReadOnlyList<TopologyCount>? avoided = null, IReadOnlyList<TopologyCount>? avoidedBy = null, IReadOnlyList<SpreadCount>? spread = null) =>
        new PodKind(spec, requests).Watch(wanted ?? Wanted, avoided ?? Avoided, avoidedBy ?? AvoidedBy, spread ?? Spread);

    private PodKind Watch(IEnumerable<TopologyCount> wanted, IEnumerable<TopologyCount> avoided, IEnumerable<TopologyCount> avoidedBy, IEnumerable<SpreadCount> spread)
    {
        Wanted.AddRange(wanted);
        Avoided.AddRange(avoided);
        AvoidedBy.AddRange(avoidedBy);
        Spread.AddRange(spread);
        return this;
    }
}
