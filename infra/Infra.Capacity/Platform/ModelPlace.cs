using Infra.Capacity.Service;

namespace Infra.Capacity.Platform;

/// <summary>A pool that a model may run on, and what a replica does there.</summary>
/// <param name="Pool">Index of the pool.</param>
/// <param name="Profile">What one replica does on the pool's accelerators; null where nobody said: its pods take room, and a request for it can't be simulated.</param>
public sealed record ModelPlace(int Pool, ServiceProfile? Profile);
