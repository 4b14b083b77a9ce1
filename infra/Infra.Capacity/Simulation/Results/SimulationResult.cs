using System.Collections.Immutable;

namespace Infra.Capacity.Simulation;

/// <summary>What came of a simulation.</summary>
public sealed record SimulationResult
{
    /// <summary>The seed it was run with.</summary>
    public required long Seed { get; init; }

    /// <summary>How long it lasted, in microseconds.</summary>
    public required long EndMicros { get; init; }

    /// <summary>The models, in the platform's order.</summary>
    public required ImmutableArray<ModelResult> Models { get; init; }

    /// <summary>The pools, in the platform's order.</summary>
    public required ImmutableArray<PoolResult> Pools { get; init; }

    /// <summary>What happened to replicas and nodes, in order of time.</summary>
    public required ImmutableArray<SimulationEvent> Events { get; init; }

    /// <summary>What the simulation could not know, one line each, those of the platform included.</summary>
    public required ImmutableArray<string> Unknowns { get; init; }

    /// <summary>What all pools cost; null where the price of one that had nodes is unknown.</summary>
    public decimal? Usd => Pools.Any(pool => pool.Usd is null) ? null : Pools.Sum(pool => pool.Usd);
}
