using Infra.Capacity.Platform;

namespace Infra.Capacity.Control;

/// <summary>A node as its provisioner sees it.</summary>
/// <param name="Id">The simulation's number of it; later nodes have greater ones.</param>
/// <param name="Pool">Index of its pool.</param>
/// <param name="IsReady">Whether it takes pods; a node that is launched counts with all of its room.</param>
/// <param name="Free">What it has left.</param>
/// <param name="IsEmpty">Whether no pod keeps it: it has none, or such only as are made again anywhere (daemon sets).</param>
public sealed record NodeReading(int Id, int Pool, bool IsReady, PodDemand Free, bool IsEmpty);
