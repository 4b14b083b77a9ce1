namespace Infra.Capacity.Control;

/// <summary>A speed limit of a horizontal pod autoscaler.</summary>
/// <param name="IsPercent">Whether it counts percents of the replicas at the period's start rather than pods.</param>
/// <param name="Value">So much.</param>
/// <param name="PeriodMicros">Within so long, in microseconds.</param>
public readonly record struct ScalingPolicy(bool IsPercent, int Value, long PeriodMicros);
