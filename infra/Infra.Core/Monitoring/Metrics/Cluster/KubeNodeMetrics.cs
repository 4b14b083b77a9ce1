namespace Infra.Core.Monitoring.Metrics;

/// <summary>What kube-state-metrics tells of nodes. A series goes when its node goes.</summary>
public static class KubeNodeMetrics
{
    /// <summary>Label of <see cref="Labels"/> that says which pool a node belongs to; the exporter's <c>metricLabelsAllowlist</c> has to name it.</summary>
    public static readonly string PoolLabel = KubeResources.LabelOf(Nodes.NodeLabels.Pool);

    /// <summary>Label of <see cref="Labels"/> that says of which instance type a node is; the same holds for it.</summary>
    public static readonly string InstanceTypeLabel = KubeResources.LabelOf("node.kubernetes.io/instance-type");

    /// <summary>1 for each node, with the labels that are asked for.</summary>
    public static readonly GaugeMetric Labels = Of("kube_node_labels", PoolLabel, InstanceTypeLabel);

    /// <summary>When a node came, in seconds since 1970.</summary>
    public static readonly GaugeMetric Created = Of("kube_node_created");

    /// <summary>When somebody deleted a node that still goes, in seconds since 1970.</summary>
    public static readonly GaugeMetric Deleted = Of("kube_node_deletion_timestamp");

    /// <summary>1 for the status that a condition of a node has: <c>true</c>, <c>false</c> or <c>unknown</c>; those of others than Kubernetes too.</summary>
    public static readonly GaugeMetric Condition = Of("kube_node_status_condition", "condition", "status");

    /// <summary>1 where new pods are kept off a node: somebody drains it.</summary>
    public static readonly GaugeMetric Unschedulable = Of("kube_node_spec_unschedulable");

    /// <summary>1 for each taint of a node.</summary>
    public static readonly GaugeMetric Taint = Of("kube_node_spec_taint", "key", "value", "effect");

    /// <summary>What a node has for pods, by resource.</summary>
    public static readonly GaugeMetric Allocatable = Of("kube_node_status_allocatable", "resource", "unit");

    private static GaugeMetric Of(string name, params IEnumerable<string> labels) => new(name, KubeStateMetrics.Exporter, labels);
}
