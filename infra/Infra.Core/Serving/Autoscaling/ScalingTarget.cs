namespace Infra.Core.Serving.Autoscaling;

/// <summary>How much of a metric one replica is to have.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">So much, in the metric's unit.</param>
public sealed record ScalingTarget(ScalingMetric Metric, double Value);
