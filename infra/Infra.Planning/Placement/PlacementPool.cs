using System.Collections.Immutable;
using Infra.Core.Nodes;
using Infra.Planning.Model;
using Infra.Planning.Workloads;

namespace Infra.Planning.Placement;

/// <summary>A pool as placement knows it.</summary>
public sealed record PlacementPool
{
    public required string Name { get; init; }

    /// <summary>The pool's component; null for nodes of which the plan has none.</summary>
    public required Urn? Urn { get; init; }

    public required NodeLauncher Launcher { get; init; }

    /// <summary>Instance types that may be launched; none for nodes outside AWS.</summary>
    public required ImmutableArray<string> InstanceTypes { get; init; }

    public required CapacityType CapacityType { get; init; }

    public required ImmutableArray<string> Zones { get; init; }

    /// <summary>Nodes that are always there.</summary>
    public required int Least { get; init; }

    /// <summary>Most nodes; null where nothing limits them that the plan knows of.</summary>
    public required int? Most { get; init; }

    /// <summary>The resource that its accelerators are; null without.</summary>
    public required string? Device { get; init; }

    /// <summary>How many of them a node has at least.</summary>
    public required int DevicesPerNode { get; init; }
}
