using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>What a horizontal pod autoscaler sees.</summary>
/// <param name="Replicas">Replicas that its object asks for (<c>spec.replicas</c>).</param>
/// <param name="Existing">Replicas that there are, those that wait for a node included (<c>status.replicas</c>).</param>
/// <param name="Metrics">What metrics say, in the order of the settings.</param>
public sealed record ScaleObservation(int Replicas, int Existing, ImmutableArray<MetricReading> Metrics);
