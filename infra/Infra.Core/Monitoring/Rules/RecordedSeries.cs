using Infra.Core.Monitoring.Metrics;

namespace Infra.Core.Monitoring.Rules;

/// <summary>
/// The series that this project's rules record, by level, metric and operation (prometheus.io, "Recording rules"): what alerts and dashboards read, and where
/// the names stand.
/// </summary>
public static partial class RecordedSeries
{
    private static GaugeMetric Of(string level, string metric, string operation, params IEnumerable<string> labels) => new($"{level}:{metric}:{operation}", Exporter.RecordingRules, labels);
}
