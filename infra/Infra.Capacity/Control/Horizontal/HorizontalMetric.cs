namespace Infra.Capacity.Control;

/// <summary>One metric of a horizontal pod autoscaler.</summary>
/// <param name="Source">What is measured, and how late one knows.</param>
public abstract record HorizontalMetric(MetricSource Source)
{
    /// <summary>CPU or memory of the pods (<c>type: Resource</c>).</summary>
    /// <param name="Source">What is measured.</param>
    /// <param name="TargetPercent">Target in percent of the request.</param>
    /// <param name="RequestMillis">Request of one pod in thousandths: of a core, or of a byte.</param>
    public sealed record Utilization(MetricSource Source, int TargetPercent, long RequestMillis) : HorizontalMetric(Source);

    /// <summary>What all replicas have together, of which one is to have so much (<c>type: External</c>, <c>averageValue</c>).</summary>
    /// <param name="Source">What is measured.</param>
    /// <param name="TargetMillis">So much for one replica, in thousandths.</param>
    public sealed record AverageValue(MetricSource Source, long TargetMillis) : HorizontalMetric(Source);
}
