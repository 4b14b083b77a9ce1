using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Monitoring.Rules;

/// <summary>A series that is computed once, and read by alerts, dashboards and autoscalers.</summary>
public sealed record RecordingRule : Rule
{
    /// <summary>The series.</summary>
    public required GaugeMetric Series { get; init; }
}
