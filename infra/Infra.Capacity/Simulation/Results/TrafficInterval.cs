namespace Infra.Capacity.Simulation;

/// <summary>A model's requests and accelerators within an interval.</summary>
public readonly record struct TrafficInterval
{
    /// <summary>When the interval begins.</summary>
    public required long AtMicros { get; init; }

    /// <summary>Requests that were sent in it.</summary>
    public required long Arrived { get; init; }

    /// <summary>Requests that were answered in it.</summary>
    public required long Completed { get; init; }

    /// <summary>Requests that were rejected, given up or lost in it.</summary>
    public required long Failed { get; init; }

    /// <summary>How long those took that were answered in it; null where none was.</summary>
    public IntervalLatency? Latency { get; init; }

    /// <summary>From sending requests to their first tokens: 95 % of those that came in it took no longer; null where none came.</summary>
    public long? FirstTokenP95Micros { get; init; }

    /// <summary>Accelerators that replicas held in it, times seconds; shared ones by their part.</summary>
    public double GpuSecondsHeld { get; init; }

    /// <summary>Of these the seconds in which they worked.</summary>
    public double GpuSecondsBusy { get; init; }

    /// <summary>Share of the time of held accelerators in which they worked; null where none was held.</summary>
    public double? GpuBusy => GpuSecondsHeld > 0 ? GpuSecondsBusy / GpuSecondsHeld : null;
}
