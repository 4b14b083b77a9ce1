using System.Collections.Immutable;
using Infra.Capacity.Platform;

namespace Infra.Capacity.Control;

/// <summary>A pod without a node.</summary>
/// <param name="Id">The simulation's number of it.</param>
/// <param name="Demand">What it requests.</param>
/// <param name="Pools">Pools whose nodes may take it, the preferred first.</param>
public sealed record PendingPod(int Id, PodDemand Demand, ImmutableArray<int> Pools);
