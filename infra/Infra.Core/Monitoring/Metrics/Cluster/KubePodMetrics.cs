namespace Infra.Core.Monitoring.Metrics;

/// <summary>What kube-state-metrics tells of pods, beside <see cref="KubeStateMetrics"/>. A series goes when its pod goes.</summary>
public static class KubePodMetrics
{
    /// <summary>1 for each pod, with its node and what made it.</summary>
    public static readonly GaugeMetric Info = Of("kube_pod_info", "host_ip", "pod_ip", "created_by_kind", "created_by_name", "priority_class", "host_network");

    /// <summary>Label of <see cref="Labels"/> that says which model a pod belongs to; the exporter's <c>metricLabelsAllowlist</c> has to name it.</summary>
    public static readonly string ModelLabel = KubeResources.LabelOf("app.kubernetes.io/instance");

    /// <summary>1 for each pod, with the labels that are asked for.</summary>
    public static readonly GaugeMetric Labels = Of("kube_pod_labels", ModelLabel);

    /// <summary>1 for the phase that a pod is in.</summary>
    public static readonly GaugeMetric Phase = Of("kube_pod_status_phase", "phase");

    /// <summary>1 for a pod that has no node; no series for others.</summary>
    public static readonly GaugeMetric Unschedulable = Of("kube_pod_status_unschedulable");

    /// <summary>When somebody deleted a pod that still ends, in seconds since 1970.</summary>
    public static readonly GaugeMetric Deleted = Of("kube_pod_deletion_timestamp");

    /// <summary>What a container asks for, by resource.</summary>
    public static readonly GaugeMetric ContainerRequests = Of("kube_pod_container_resource_requests", "resource", "unit");

    /// <summary>1 for the reason why a container waits; no series where it doesn't.</summary>
    public static readonly GaugeMetric ContainerWaiting = Of("kube_pod_container_status_waiting_reason", "reason");

    /// <summary>1 for the reason why an init container waits; no series where it doesn't.</summary>
    public static readonly GaugeMetric InitContainerWaiting = Of("kube_pod_init_container_status_waiting_reason", "reason");

    /// <summary>1 for the reason why a container ended the last time.</summary>
    public static readonly GaugeMetric ContainerLastTerminated = Of("kube_pod_container_status_last_terminated_reason", "reason");

    /// <summary>How often a container was started again.</summary>
    public static readonly CounterMetric ContainerRestarts = new("kube_pod_container_status_restarts_total", KubeStateMetrics.Exporter, "uid");

    private static GaugeMetric Of(string name, params IEnumerable<string> labels) => new(name, KubeStateMetrics.Exporter, [.. labels, "uid"]);
}
