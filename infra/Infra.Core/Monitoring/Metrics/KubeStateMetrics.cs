using Infra.Core.Nodes;

namespace Infra.Core.Monitoring.Metrics;

/// <summary>
/// What kube-state-metrics tells of Kubernetes' objects. Its monitor honors the labels of what it tells of, so that <c>namespace</c>, <c>pod</c> and <c>node</c> are the object's
/// (kube-prometheus-stack 88.5.3, kube-state-metrics.prometheus.monitor.http.honorLabels). A series goes when its object goes.
/// </summary>
public static class KubeStateMetrics
{
    /// <summary>The exporter: kube-state-metrics 8.4.0 of kube-prometheus-stack 88.5.3.</summary>
    public static readonly Exporter Exporter = new("kube-state-metrics", "2.20.0", "github.com/kubernetes/kube-state-metrics, tag v2.20.0, docs/metrics");

    /// <summary>Label of <see cref="NodeLabels"/> that says which pool a node belongs to; <c>metricLabelsAllowlist</c> has to name it.</summary>
    public static readonly string PoolLabel = LabelOf(Nodes.NodeLabels.Pool);

    /// <summary>Label of <see cref="PodLabels"/> that says which model a pod belongs to; <c>metricLabelsAllowlist</c> has to name it.</summary>
    public static readonly string ModelLabel = LabelOf("app.kubernetes.io/instance");

    /// <summary>1 for each node, with the labels that are asked for.</summary>
    public static readonly GaugeMetric NodeLabels = Of("kube_node_labels", "node", PoolLabel, LabelOf("node.kubernetes.io/instance-type"), LabelOf(Nodes.NodeLabels.Zone), LabelOf("eks.amazonaws.com/capacityType"), LabelOf("karpenter.sh/capacity-type"));

    /// <summary>When a node came, in seconds since 1970.</summary>
    public static readonly GaugeMetric NodeCreated = Of("kube_node_created", "node");

    /// <summary>When somebody deleted a node that still goes, in seconds since 1970.</summary>
    public static readonly GaugeMetric NodeDeleted = Of("kube_node_deletion_timestamp", "node");

    /// <summary>1 for the status that a condition of a node has: <c>true</c>, <c>false</c> or <c>unknown</c>; those of others than Kubernetes too.</summary>
    public static readonly GaugeMetric NodeCondition = Of("kube_node_status_condition", "node", "condition", "status");

    /// <summary>1 where new pods are kept off a node: somebody drains it.</summary>
    public static readonly GaugeMetric NodeUnschedulable = Of("kube_node_spec_unschedulable", "node");

    /// <summary>1 for each taint of a node.</summary>
    public static readonly GaugeMetric NodeTaint = Of("kube_node_spec_taint", "node", "key", "value", "effect");

    /// <summary>What a node has for pods, by resource.</summary>
    public static readonly GaugeMetric NodeAllocatable = Of("kube_node_status_allocatable", "node", "resource", "unit");

    /// <summary>1 for each pod, with its node and what made it.</summary>
    public static readonly GaugeMetric PodInfo = OfPod("kube_pod_info", "host_ip", "pod_ip", "created_by_kind", "created_by_name", "priority_class", "host_network");

    /// <summary>1 for each pod, with the labels that are asked for.</summary>
    public static readonly GaugeMetric PodLabels = OfPod("kube_pod_labels", ModelLabel, LabelOf("app.kubernetes.io/component"), LabelOf("app.kubernetes.io/name"));

    /// <summary>1 for the phase that a pod is in.</summary>
    public static readonly GaugeMetric PodPhase = OfPod("kube_pod_status_phase", "phase");

    /// <summary>1 for whether a pod is ready: <c>condition</c> is <c>true</c>, <c>false</c> or <c>unknown</c>.</summary>
    public static readonly GaugeMetric PodReady = OfPod("kube_pod_status_ready", "condition");

    /// <summary>1 for a pod that has no node; no series for others.</summary>
    public static readonly GaugeMetric PodUnschedulable = OfPod("kube_pod_status_unschedulable");

    /// <summary>When somebody deleted a pod that still ends, in seconds since 1970.</summary>
    public static readonly GaugeMetric PodDeleted = OfPod("kube_pod_deletion_timestamp");

    /// <summary>What a container asks for, by resource.</summary>
    public static readonly GaugeMetric ContainerRequests = OfPod("kube_pod_container_resource_requests", "resource", "unit");

    /// <summary>1 for the reason why a container waits; no series where it doesn't.</summary>
    public static readonly GaugeMetric ContainerWaiting = OfPod("kube_pod_container_status_waiting_reason", "reason");

    /// <summary>1 for the reason why an init container waits; no series where it doesn't.</summary>
    public static readonly GaugeMetric InitContainerWaiting = OfPod("kube_pod_init_container_status_waiting_reason", "reason");

    /// <summary>1 for the reason why a container ended the last time.</summary>
    public static readonly GaugeMetric ContainerLastTerminated = OfPod("kube_pod_container_status_last_terminated_reason", "reason");

    /// <summary>How often a container was started again.</summary>
    public static readonly CounterMetric ContainerRestarts = new("kube_pod_container_status_restarts_total", Exporter, "uid");

    /// <summary>Most replicas that an autoscaler may ask for.</summary>
    public static readonly GaugeMetric AutoscalerMost = Of("kube_horizontalpodautoscaler_spec_max_replicas", "horizontalpodautoscaler");

    /// <summary>Replicas that an autoscaler asks for.</summary>
    public static readonly GaugeMetric AutoscalerDesired = Of("kube_horizontalpodautoscaler_status_desired_replicas", "horizontalpodautoscaler");

    /// <summary>1 for the status that a condition of an autoscaler has: <c>true</c>, <c>false</c> or <c>unknown</c>.</summary>
    public static readonly GaugeMetric AutoscalerCondition = Of("kube_horizontalpodautoscaler_status_condition", "horizontalpodautoscaler", "condition", "status");

    /// <summary>1 for the phase that a claim of a volume is in.</summary>
    public static readonly GaugeMetric ClaimPhase = Of("kube_persistentvolumeclaim_status_phase", "persistentvolumeclaim", "phase");

    /// <summary>A resource as kube-state-metrics writes it: <c>nvidia_com_gpu</c> (internal/store/utils.go, SanitizeLabelName).</summary>
    /// <param name="resource">As Kubernetes writes it.</param>
    public static string ResourceOf(string resource) => new([.. resource.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);

    /// <summary>The label of a metric that has a label of an object.</summary>
    /// <param name="label">As Kubernetes writes it.</param>
    public static string LabelOf(string label) => $"label_{ResourceOf(label)}";

    private static GaugeMetric Of(string name, params IEnumerable<string> labels) => new(name, Exporter, labels);

    private static GaugeMetric OfPod(string name, params IEnumerable<string> labels) => new(name, Exporter, [.. labels, "uid"]);
}
