namespace Infra.Capacity.Platform;

/// <summary>Pods that do nothing but hold room on a pool, and go when a model needs it: then they wait themselves, and a node is launched for them.</summary>
/// <param name="Pool">Index of the pool.</param>
/// <param name="Replicas">How many.</param>
/// <param name="Demand">What one requests.</param>
public sealed record RoomHolder(int Pool, int Replicas, PodDemand Demand);
