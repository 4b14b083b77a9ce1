using Infra.Components.Helm;
using Infra.Core.Nodes;

namespace Infra.Components.Monitoring.Stack;

/// <summary>Values of the exporters: of nodes, and of Kubernetes' objects.</summary>
internal static class ExporterValues
{
    // Labels of nodes and pods that rules and dashboards join by; kube-state-metrics has none of them by itself.
    private static readonly string[] _nodeLabels =
        [NodeLabels.Pool, "node.kubernetes.io/instance-type", NodeLabels.Zone, "eks.amazonaws.com/capacityType", "karpenter.sh/capacity-type", NodeLabels.ComputeType];

    private static readonly string[] _podLabels = ["app.kubernetes.io/instance", "app.kubernetes.io/component", "app.kubernetes.io/name"];

    /// <summary>The exporter of nodes, on every one; its namespace lets it see processes, disks and network of its node.</summary>
    public static Dictionary<string, object> NodeExporter() => new()
    {
        ["namespaceOverride"] = MonitoringStack.NodeExporterNamespace,
        ["resources"] = StackPods.NodeExporter.Values,
        ["tolerations"] = HelmScheduling.Tolerations([Toleration.Everything]),
        // A full node makes room for it, and evicts it last: what happens on such a node is what people ask for.
        ["priorityClassName"] = "system-node-critical",
    };

    /// <summary>The exporter of Kubernetes' objects. It need not read Secrets: only their number would be told.</summary>
    public static Dictionary<string, object> KubeStateMetrics() => new()
    {
        ["resources"] = StackPods.KubeStateMetrics.Values,
        ["collectorsExclude"] = new object[] { "secrets" },
        ["metricLabelsAllowlist"] = new object[] { $"nodes=[{string.Join(',', _nodeLabels)}]", $"pods=[{string.Join(',', _podLabels)}]" },
    };
}
