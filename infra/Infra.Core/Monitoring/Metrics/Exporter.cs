namespace Infra.Core.Monitoring.Metrics;

/// <summary>Who publishes metrics.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Version, or range of versions, whose metrics were read.</param>
/// <param name="Source">Where they were read.</param>
public sealed record Exporter(string Name, string Version, string Source)
{
    /// <summary>Prometheus itself, of the series that this project's rules record.</summary>
    public static readonly Exporter RecordingRules = new("recording rules", "of this project", "Infra.Core.Monitoring.Rules.RecordedSeries");
}
