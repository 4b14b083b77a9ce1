namespace Infra.Capacity.Control;

/// <summary>What is known of metrics.</summary>
public static class ObservedMetrics
{
    /// <summary>Whether a simulation can tell it at all. What it can't isn't missing on the platform: there it has a value, which nobody here knows.</summary>
    /// <param name="metric">The metric.</param>
    public static bool IsKnown(ObservedMetric metric) => metric is not (ObservedMetric.Memory or ObservedMetric.GpuMemory or ObservedMetric.Unknown);
}
