namespace Infra.Core.Monitoring.Metrics;

/// <summary>What Cluster Autoscaler tells. Those by node group take <c>--emit-per-nodegroup-metrics</c>, and name groups by random names: pools are counted by their nodes instead.</summary>
public static class ClusterAutoscalerMetrics
{
    /// <summary>The exporter.</summary>
    public static readonly Exporter Exporter = new("cluster-autoscaler", "1.34 and 1.35", "github.com/kubernetes/autoscaler, tag cluster-autoscaler-1.35.2, cluster-autoscaler/metrics/metrics.go");

    /// <summary>1 while the cluster is healthy enough for nodes to be started and stopped.</summary>
    public static readonly GaugeMetric SafeToAutoscale = new("cluster_autoscaler_cluster_safe_to_autoscale", Exporter);

    /// <summary>When something was done last, in seconds since 1970; <c>main</c> is the whole loop.</summary>
    public static readonly GaugeMetric LastActivity = new("cluster_autoscaler_last_activity", Exporter, "activity");

    /// <summary>Node groups that could not grow: <c>cloudProviderError</c>, <c>apiCallError</c> or <c>timeout</c>, among others.</summary>
    public static readonly CounterMetric FailedScaleUps = new("cluster_autoscaler_failed_scale_ups_total", Exporter, "reason");
}
