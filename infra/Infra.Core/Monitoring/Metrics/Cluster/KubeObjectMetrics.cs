namespace Infra.Core.Monitoring.Metrics;

/// <summary>What kube-state-metrics tells of autoscalers and of claims of volumes.</summary>
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

    private static GaugeMetric Of(string name, params IEnumerable<string> labels) => new(name, KubeStateMetrics.Exporter, labels);
}
