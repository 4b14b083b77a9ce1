using System.Collections.Immutable;
using Infra.Capacity.Simulation.Fleet;
using Infra.Capacity.Simulation.Nodes;
using Infra.Capacity.Simulation.Requests;

namespace Infra.Capacity.Simulation.Loop;

/// <summary>What all parts of a simulation share. One thread works on it: there is no order but that of the events.</summary>
internal sealed class World(SimulationOptions options)
{
    public SimulationOptions Options { get; } = options;

    public EventQueue Events { get; } = new();

    public RequestTable Requests { get; } = new();

    /// <summary>All replicas that there ever were, by their numbers.</summary>
    public List<Replica> Replicas { get; } = [];

    public ImmutableArray<SimulationEvent>.Builder Log { get; } = ImmutableArray.CreateBuilder<SimulationEvent>();
}
