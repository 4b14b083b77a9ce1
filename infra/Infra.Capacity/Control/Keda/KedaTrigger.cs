namespace Infra.Capacity.Control;

/// <summary>One trigger of a <c>ScaledObject</c>.</summary>
public abstract record KedaTrigger
{
    private KedaTrigger()
    {
    }

    /// <summary>CPU or memory, which only the horizontal pod autoscaler looks at: KEDA itself is neither woken nor kept awake by it.</summary>
    /// <param name="Metric">The metric.</param>
    public sealed record Resource(HorizontalMetric.Utilization Metric) : KedaTrigger;

    /// <summary>A number: of Prometheus, or of a queue.</summary>
    /// <param name="Metric">The metric, of which one replica is to have its target.</param>
    /// <param name="ActivationMillis">It is active while its value is more than this, in thousandths.</param>
    public sealed record Demand(HorizontalMetric.AverageValue Metric, long ActivationMillis) : KedaTrigger;

    /// <summary>Office hours.</summary>
    /// <param name="Window">When.</param>
    /// <param name="Replicas">Replicas within them.</param>
    public sealed record Schedule(Infra.Core.Serving.Schedules.CronWindow Window, int Replicas) : KedaTrigger;
}
