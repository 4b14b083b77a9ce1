namespace Infra.Capacity.Platform;

/// <summary>What was promised of a model's answers, in microseconds for 95 of 100 of them; null where nothing was.</summary>
/// <param name="LatencyP95Micros">Whole answer.</param>
/// <param name="FirstTokenP95Micros">First token.</param>
/// <param name="InterTokenP95Micros">Between two tokens.</param>
/// <param name="QueueP95Micros">Waiting before the work.</param>
/// <param name="Availability">Share of requests that get an answer, below 1.</param>
public sealed record LatencyObjectives(long? LatencyP95Micros, long? FirstTokenP95Micros, long? InterTokenP95Micros, long? QueueP95Micros, double? Availability)
{
    /// <summary>Nothing was promised.</summary>
    public static LatencyObjectives None { get; } = new(null, null, null, null, null);
}
