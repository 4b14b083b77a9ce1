using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts on jobs and trainings. They wait for room on purpose, because models go before them; a quarter of a day of that is no waiting any more.</summary>
internal static class JobAlerts
{
    /// <summary>The alerts.</summary>
    /// <param name="namespaces">Namespaces of the jobs.</param>
    public static RuleGroup Of(IEnumerable<string> namespaces) => new("jobs", [Waiting(Matcher.Like(TargetLabels.Namespace, string.Join('|', namespaces)))]);

    private static AlertRule Waiting(Matcher ours) => new()
    {
        Name = "GpuJobWaiting",
        Severity = Severity.P2,
        For = TimeSpan.FromHours(6),
        Expression = KubePodMetrics.Unschedulable.Now(ours).Max(TargetLabels.Namespace, TargetLabels.Pod).And(KubePodMetrics.Info.Now(ours, Matcher.Is("created_by_kind", "Job")), Alert.OnPod),
        Summary = "A job has found no room for six hours: {{ $labels.namespace }}/{{ $labels.pod }}",
        Description = "Models and other jobs hold its pools, these are at their maximum, or EC2 has no such instances. Its deadline runs meanwhile, if it has one.",
        Runbook = new Runbook("gpu-pods-pending"),
    };
}
