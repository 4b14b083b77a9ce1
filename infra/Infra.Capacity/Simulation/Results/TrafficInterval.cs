namespace Infra.Capacity.Simulation;

/// <summary>A model's requests within an interval.</summary>
/// <param name="AtMicros">When the interval begins.</param>
/// <param name="Arrived">Requests that were sent in it.</param>
/// <param name="Completed">Requests that were answered in it.</param>
/// <param name="Failed">Requests that were rejected, given up or lost in it.</param>
/// <param name="MeanMicros">Latency of those answered in it, on average; 0 without any.</param>
/// <param name="MaxMicros">The longest of these.</param>
public readonly record struct TrafficInterval(long AtMicros, long Arrived, long Completed, long Failed, double MeanMicros, long MaxMicros);
