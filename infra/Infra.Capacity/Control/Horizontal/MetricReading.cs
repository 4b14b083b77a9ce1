using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>What a metric says at a time.</summary>
public abstract record MetricReading
{
    private MetricReading()
    {
    }

    /// <summary>No answer.</summary>
    public static MetricReading Missing { get; } = new Nothing();

    /// <summary>Of each pod.</summary>
    /// <param name="Pods">All pods that the autoscaler's selector finds, those that wait for a node included.</param>
    public sealed record PerPod(ImmutableArray<PodReading> Pods) : MetricReading;

    /// <summary>Of all pods together, in thousandths.</summary>
    /// <param name="Millis">So much.</param>
    public sealed record Total(long Millis) : MetricReading;

    /// <summary>No answer.</summary>
    public sealed record Nothing : MetricReading;
}
