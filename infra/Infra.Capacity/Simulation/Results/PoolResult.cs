using System.Collections.Immutable;

namespace Infra.Capacity.Simulation;

/// <summary>What a pool's nodes came to.</summary>
public sealed record PoolResult
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Nodes over time: a step at each change.</summary>
    public required ImmutableArray<NodeStep> Nodes { get; init; }

    /// <summary>Accelerators over time; empty where its nodes have none.</summary>
    public required ImmutableArray<GpuInterval> Intervals { get; init; }

    /// <summary>Hours of all nodes, from their launch on, which is when EC2 begins to count.</summary>
    public required double NodeHours { get; init; }

    /// <summary>Hours of all their accelerators.</summary>
    public required double GpuHours { get; init; }

    /// <summary>Of these the hours in which replicas held them; shared ones by their parts.</summary>
    public required double GpuHoursAllocated { get; init; }

    /// <summary>Of these the hours in which they worked.</summary>
    public required double GpuHoursBusy { get; init; }

    /// <summary>What the nodes cost in US dollars; null where the price is unknown, 0 without nodes.</summary>
    public required decimal? Usd { get; init; }
}
