namespace Infra.Core.Monitoring.Metrics;

/// <summary>What kube-state-metrics tells of objects. <c>namespace</c>, <c>pod</c> and <c>container</c> are those of the object: its monitor honors the exporter's labels.</summary>
public static class KubeStateMetrics
{
    /// <summary>kube-state-metrics itself.</summary>
    public static readonly Exporter Exporter = new("kube-state-metrics", "2.20.0", "github.com/kubernetes/kube-state-metrics, tag v2.20.0, docs/metrics");

    /// <summary>1 for the state that a pod's readiness has.</summary>
    public static readonly GaugeMetric PodReady = new("kube_pod_status_ready", Exporter, "condition", "uid");

    /// <summary>When a namespace was made, in s since 1970: there as long as the namespace is.</summary>
    public static readonly GaugeMetric NamespaceCreated = new("kube_namespace_created", Exporter);
}
