using System.Collections.Immutable;

namespace Infra.Capacity.Simulation;

/// <summary>What a pool's nodes came to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nodes">Nodes over time: a step at each change.</param>
/// <param name="NodeHours">Hours of all nodes, from their launch on, which is when EC2 begins to count.</param>
/// <param name="GpuHours">Hours of all their accelerators.</param>
/// <param name="GpuHoursAllocated">Of these the hours in which replicas held them; shared ones by their parts.</param>
/// <param name="Usd">What the nodes cost in US dollars; null where the price is unknown, 0 without nodes.</param>
public sealed record PoolResult(string Name, ImmutableArray<NodeStep> Nodes, double NodeHours, double GpuHours, double GpuHoursAllocated, decimal? Usd);
