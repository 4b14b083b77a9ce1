using System.Collections.Immutable;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>What the scheduler reads of a pod. Equal pods share one.</summary>
internal sealed record PodSpec
{
    /// <summary>What makes the pods, unique among all.</summary>
    public required string Name { get; init; }

    public string Namespace { get; init; } = "default";

    public ImmutableSortedDictionary<string, string> NamespaceLabels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>By resource: <c>cpu</c> in thousandths of a core, the others in bytes or by number.</summary>
    public ImmutableSortedDictionary<string, long> Requests { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>Labels that the node has to have, each with its value.</summary>
    public ImmutableSortedDictionary<string, string> NodeSelector { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Of which one has to match; null where nothing is demanded.</summary>
    public ImmutableArray<NodeTerm>? NodeTerms { get; init; }

    public ImmutableArray<(int Weight, NodeTerm Term)> PreferredNodes { get; init; } = [];

    public ImmutableArray<PodToleration> Tolerations { get; init; } = [];

    public ImmutableArray<AffinityTerm> Affinity { get; init; } = [];

    public ImmutableArray<AffinityTerm> AntiAffinity { get; init; } = [];

    /// <summary>Constraints that bind (<c>DoNotSchedule</c>).</summary>
    public ImmutableArray<SpreadConstraint> Spread { get; init; } = [];

    /// <summary>Labels of nodes over which the pods would rather be spread: soft constraints and preferred anti-affinity of the pod to itself.</summary>
    public ImmutableArray<string> SoftSpread { get; init; } = [];

    public ImmutableArray<HostPort> HostPorts { get; init; } = [];

    public ImmutableArray<PodVolume> Volumes { get; init; } = [];

    /// <summary>The node that the pod names itself; null for none.</summary>
    public string? NodeName { get; init; }

    public int Priority { get; init; }
}
