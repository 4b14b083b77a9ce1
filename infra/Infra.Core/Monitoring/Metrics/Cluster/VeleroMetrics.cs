namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// What Velero tells of backups, by the name of the schedule that made them. Its <c>velero_backup_last_status</c> isn't here: each round of the schedule's controller sets it to success (InitSchedule), so that a failure is gone within a minute.
/// </summary>
public static class VeleroMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("velero", "1.18.1", "github.com/vmware-tanzu/velero, tag v1.18.1, pkg/metrics/metrics.go and pkg/controller/backup_controller.go");

    /// <summary>Backups that failed; 0 from the beginning.</summary>
    public static readonly CounterMetric Failed = Of("velero_backup_failure_total");

    /// <summary>Backups that lack some objects.</summary>
    public static readonly CounterMetric PartiallyFailed = Of("velero_backup_partial_failure_total");

    /// <summary>Backups that were never begun, because the place for them wasn't there.</summary>
    public static readonly CounterMetric Refused = Of("velero_backup_validation_failure_total");

    /// <summary>When the youngest complete backup ended, in seconds since 1970; told anew from the backups that there are, so that it outlives the pod.</summary>
    public static readonly GaugeMetric LastSuccess = new("velero_backup_last_successful_timestamp", Exporter, "schedule");

    private static CounterMetric Of(string name) => new(name, Exporter, "schedule");
}
