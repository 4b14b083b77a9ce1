namespace Infra.Core.Monitoring.Alerts;

/// <summary>Velero's backups, as far as alerts need to know them.</summary>
/// <param name="Namespace">Namespace of Velero.</param>
/// <param name="Schedule">Name of the schedule.</param>
/// <param name="PauseHours">Most hours from one backup to the next.</param>
/// <param name="RestoreTest">Name of the CronJob that tries the last one; null for none.</param>
public sealed record AlertedBackup(string Namespace, string Schedule, int PauseHours, string? RestoreTest);
