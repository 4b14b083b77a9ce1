using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>What KEDA sees.</summary>
/// <param name="Replicas">Replicas that the workload asks for.</param>
/// <param name="Metrics">What triggers say, in their order; of office hours nothing is asked: <see cref="MetricReading.Missing"/> will do.</param>
public sealed record KedaObservation(int Replicas, ImmutableArray<MetricReading> Metrics);
