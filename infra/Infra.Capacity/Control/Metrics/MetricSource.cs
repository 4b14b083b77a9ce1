namespace Infra.Capacity.Control;

/// <summary>A metric with the way on which a scaler gets to know it.</summary>
/// <param name="Metric">What is measured.</param>
/// <param name="IntervalMicros">Time between two measurements (scrape interval of Prometheus, resolution of metrics-server), in microseconds; 0 for what is asked when it is needed.</param>
/// <param name="WindowMicros">Time over which it is a rate or a mean, in microseconds; 0 for the last measurement.</param>
public readonly record struct MetricSource(ObservedMetric Metric, long IntervalMicros, long WindowMicros);
