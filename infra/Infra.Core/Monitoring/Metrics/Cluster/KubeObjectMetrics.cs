namespace Infra.Core.Monitoring.Metrics;

/// <summary>What kube-state-metrics tells of autoscalers, of claims of volumes, and of work by the clock.</summary>
public static class KubeObjectMetrics
{
    /// <summary>Most replicas that an autoscaler may ask for.</summary>
    public static readonly GaugeMetric AutoscalerMost = Of("kube_horizontalpodautoscaler_spec_max_replicas", "horizontalpodautoscaler");

    /// <summary>Replicas that an autoscaler asks for.</summary>
    public static readonly GaugeMetric AutoscalerDesired = Of("kube_horizontalpodautoscaler_status_desired_replicas", "horizontalpodautoscaler");

    /// <summary>1 for the status that a condition of an autoscaler has: <c>true</c>, <c>false</c> or <c>unknown</c>.</summary>
    public static readonly GaugeMetric AutoscalerCondition = Of("kube_horizontalpodautoscaler_status_condition", "horizontalpodautoscaler", "condition", "status");

    /// <summary>1 for the phase that a claim of a volume is in.</summary>
    public static readonly GaugeMetric ClaimPhase = Of("kube_persistentvolumeclaim_status_phase", "persistentvolumeclaim", "phase");

    /// <summary>When a CronJob last began a run, in seconds since 1970.</summary>
    public static readonly GaugeMetric CronJobBegan = Of("kube_cronjob_status_last_schedule_time", "cronjob");

    /// <summary>When a run of a CronJob last succeeded, in seconds since 1970; absent before the first time.</summary>
    public static readonly GaugeMetric CronJobSucceeded = Of("kube_cronjob_status_last_successful_time", "cronjob");

    private static GaugeMetric Of(string name, params IEnumerable<string> labels) => new(name, KubeStateMetrics.Exporter, labels);
}
