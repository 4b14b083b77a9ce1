using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts on backups of the cluster's objects: nobody misses one before it is needed. What AWS Backup keeps is told by AWS.</summary>
internal static class BackupAlerts
{
    // How late a backup may be: Velero waits for one that runs, and for its store.
    private const int GraceHours = 6;

    private static readonly Runbook _runbook = new("backup-failed");

    /// <summary>The alerts on them.</summary>
    /// <param name="backup">The backups.</param>
    public static RuleGroup Of(AlertedBackup backup) =>
        new("cluster-backup", [Failed(backup), TooOld(backup), Missing(backup), .. backup.RestoreTest is { } test ? [TestFailed(backup.Namespace, test)] : Array.Empty<Rule>()]);

    private static AlertRule Failed(AlertedBackup backup) => new()
    {
        Name = "ClusterBackupFailed",
        Severity = Severity.P2,
        For = TimeSpan.Zero,
        Expression = Some(VeleroMetrics.Failed, backup).Or(Some(VeleroMetrics.PartiallyFailed, backup)).Or(Some(VeleroMetrics.Refused, backup)),
        Summary = "A backup of the cluster's objects failed",
        Description = "About {{ $value | humanize }} of the last 12 hours failed, lack objects, or were never begun. The one before is still there.",
        Runbook = _runbook,
    };

    private static AlertRule TooOld(AlertedBackup backup) => new()
    {
        Name = "ClusterBackupTooOld",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = Expression.Now - VeleroMetrics.LastSuccess.Now(OfSchedule(backup)).Max("schedule") > Limit(backup).TotalSeconds,
        Summary = "The last complete backup of the cluster's objects is too old",
        Description = $"It is {{{{ $value | humanizeDuration }}}} old; {Counted.Of(backup.PauseHours, "hour")} is what the schedule promises. What was made in the cluster since then would be lost with it.",
        Runbook = _runbook,
    };

    // The one above says nothing where nothing is told: no backup was ever complete, or Velero doesn't run.
    private static AlertRule Missing(AlertedBackup backup) => new()
    {
        Name = "ClusterBackupMissing",
        Severity = Severity.P1,
        For = Limit(backup),
        Expression = VeleroMetrics.LastSuccess.Now(OfSchedule(backup)).Absent(),
        Summary = "There is no backup of the cluster's objects, or Velero doesn't tell of any",
        Description = $"For {Counted.Of((int)Limit(backup).TotalHours, "hour")} no complete backup has been known. What others made in the cluster would be lost with it.",
        Runbook = _runbook,
    };

    private static AlertRule TestFailed(string namespaceName, string test)
    {
        Matcher[] job = [Matcher.Is("namespace", namespaceName), Matcher.Is("cronjob", test)];
        var began = KubeObjectMetrics.CronJobBegan.Now(job).Max("namespace", "cronjob");
        return new AlertRule
        {
            Name = "RestoreTestFailed",
            Severity = Severity.P1,
            For = TimeSpan.FromHours(1),
            Expression = began.Unless(KubeObjectMetrics.CronJobSucceeded.Now(job).Max("namespace", "cronjob").Above(began)),
            Summary = "The last backup of the cluster's objects could not be restored",
            Description = "The last restore test has not succeeded within an hour; it takes minutes. Whoever needs a backup now may find that there is none.",
            Runbook = _runbook,
        };
    }

    private static Expression Some(CounterMetric failures, AlertedBackup backup) => failures.Increase(Window.Hours(12), OfSchedule(backup)).Sum("schedule") > 0;

    private static TimeSpan Limit(AlertedBackup backup) => TimeSpan.FromHours(backup.PauseHours + GraceHours);

    private static Matcher OfSchedule(AlertedBackup backup) => Matcher.Is("schedule", backup.Schedule);
}
