using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Infra.Core.Nodes;

namespace Infra.Planning.Placement.Scheduling;

/// <summary>What equal nodes have in common: everything but their name. Kinds are told apart by identity, which is what dictionaries of thousands of verdicts need.</summary>
internal sealed record NodeKind
{
    /// <summary>Pool and zone, or whatever tells the kind from others.</summary>
    public required string Name { get; init; }

    /// <summary>The pool that the nodes belong to.</summary>
    public string Pool { get; init; } = "";

    /// <summary>Labels, without the hostname.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<Taint> Taints { get; init; } = [];

    /// <summary>By resource; <c>pods</c> is one of them.</summary>
    public required ImmutableSortedDictionary<string, long> Allocatable { get; init; }

    /// <summary>Volumes that a driver attaches to a node at most; a driver that isn't there has no limit.</summary>
    public ImmutableSortedDictionary<string, int> VolumeLimits { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Whether somebody cordoned the nodes.</summary>
    public bool IsUnschedulable { get; init; }

    /// <summary>Whether the nodes' size isn't known: what a pod asks for is never too much for them, but devices.</summary>
    public bool IsUnbounded { get; init; }

    public bool Equals(NodeKind? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public string? Zone => Labels.GetValueOrDefault(NodeLabels.Zone);
}
