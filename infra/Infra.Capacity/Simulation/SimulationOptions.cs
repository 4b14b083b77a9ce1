using System.Collections.Immutable;

namespace Infra.Capacity.Simulation;

/// <summary>What a simulation is run with beside platform and traffic. The same options, platform and traffic give the same result, byte by byte.</summary>
public sealed record SimulationOptions
{
    private const long Second = 1_000_000;

    /// <summary>Where all chance comes from: service times, load balancing, spot interruptions.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>When the simulation ends, in microseconds; requests that have no answer then are in flight, and what would come later is not read. Null: with the last answer.</summary>
    public long? EndMicros { get; init; }

    /// <summary>What time it is when the simulation begins, in seconds since 1970-01-01T00:00:00Z: what office hours go by.</summary>
    public long StartSeconds { get; init; }

    /// <summary>Length of the intervals by which results are shown over time.</summary>
    public long IntervalMicros { get; init; } = 60 * Second;

    /// <summary>Updates of models that begin while requests come in.</summary>
    public ImmutableArray<PlannedRollout> Rollouts { get; init; } = [];
}
