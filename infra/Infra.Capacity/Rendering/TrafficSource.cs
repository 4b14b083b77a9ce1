using System.Collections.Immutable;

namespace Infra.Capacity.Rendering;

/// <summary>Where the requests of a simulation came from.</summary>
/// <param name="What">In a few words: <c>traces/prod.csv</c>, or <c>made-up bursts</c>.</param>
/// <param name="Notes">What is to be known of them, with sources; one line each.</param>
public sealed record TrafficSource(string What, ImmutableArray<string> Notes);
