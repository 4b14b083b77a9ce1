using System.Collections.Immutable;
using Infra.Capacity.Platform;
using Infra.Capacity.Traces.Synthetic;

namespace Infra.Capacity.Scenarios;

/// <summary>A service of the seed documents as a platform of one replica, with where each of its parameters comes from.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Platform">One model, one pool, one node.</param>
/// <param name="Lengths">Lengths of prompts and answers; null where there are no tokens.</param>
/// <param name="Parameters">Each parameter, its value, and its source or that it is an assumption.</param>
public sealed record SeedScenario(string Name, SimulatedPlatform Platform, TokenLengths? Lengths, ImmutableArray<(string Parameter, string Value, string Source)> Parameters)
{
    /// <summary>US dollars for an hour of the node.</summary>
    public decimal UsdPerHour => Platform.Pools[0].UsdPerHour!.Value;
}
