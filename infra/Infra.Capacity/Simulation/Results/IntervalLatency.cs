namespace Infra.Capacity.Simulation;

/// <summary>From sending requests to their whole answers, in microseconds: of those that were answered within an interval.</summary>
/// <param name="MeanMicros">The mean.</param>
/// <param name="P50Micros">Half of them took no longer; percentiles are as exact as those of a <see cref="Statistics.LatencyHistogram"/>.</param>
/// <param name="P95Micros">95 % of them took no longer.</param>
/// <param name="P99Micros">99 % of them took no longer.</param>
/// <param name="MaxMicros">The longest.</param>
public readonly record struct IntervalLatency(double MeanMicros, long P50Micros, long P95Micros, long P99Micros, long MaxMicros);
