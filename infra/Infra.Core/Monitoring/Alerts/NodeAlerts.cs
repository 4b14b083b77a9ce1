using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerts;

/// <summary>Alerts on nodes, whoever launched them. One that is taken away, by its autoscaler or by EC2, is not ready for a while, and nobody's concern.</summary>
internal static class NodeAlerts
{
    // Who takes a node away says so first (kubernetes/autoscaler, utils/taints; karpenter.sh, "Disruption"; kubernetes.io, "Non-graceful node shutdown").
    private const string Leaving = "ToBeDeletedByClusterAutoscaler|karpenter.sh/disrupted|node.kubernetes.io/out-of-service";

    // The conditions of EKS' node monitoring agent (github.com/aws/eks-node-monitoring-agent, tag v1.7.0, pkg/conditions).
    private const string AgentConditions = "AcceleratedHardwareReady|ContainerRuntimeReady|KernelReady|NetworkingReady|StorageReady";

    /// <summary>The alerts.</summary>
    /// <param name="hasAgent">Whether EKS' node monitoring agent runs.</param>
    public static RuleGroup Group(bool hasAgent) => new("nodes", [NotReady(), UnderPressure(), .. hasAgent ? [Unhealthy()] : Array.Empty<Rule>(), PodOnFailedNode.Rule]);

    private static AlertRule NotReady() => new()
    {
        Name = "NodeNotReady",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = KubeNodeMetrics.Condition.Now(Matcher.Is("condition", "Ready"), Matcher.Is("status", "true")).Max("node").EqualTo(0)
            .Unless(KubeNodeMetrics.Taint.Now(Matcher.Like("key", Leaving)), Alert.OnNode)
            .Unless(KubeNodeMetrics.Deleted.Now(), Alert.OnNode),
        Summary = "Node {{ $labels.node }} is not ready",
        Description = "The node has not been ready for 15 minutes, and nobody takes it away. Its pods are lost or never started; those of other nodes have their work.",
        Runbook = new Runbook("node-not-ready"),
    };

    private static AlertRule UnderPressure() => new()
    {
        Name = "NodeUnderPressure",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(5),
        Expression = KubeNodeMetrics.Condition.Now(Matcher.Like("condition", "DiskPressure|MemoryPressure|PIDPressure"), Matcher.Is("status", "true")).Max("node", "condition").EqualTo(1),
        Summary = "Node {{ $labels.node }} throws pods out: {{ $labels.condition }}",
        Description = "The kubelet has reported {{ $labels.condition }} for 5 minutes and evicts pods until it is over. Large images and models on the root volume are the usual cause of DiskPressure.",
        Runbook = new Runbook("node-not-ready"),
    };

    // The agent says why in the condition's message, and node repair, where it is on, replaces the node after 10 to 30 minutes.
    private static AlertRule Unhealthy() => new()
    {
        Name = "NodeUnhealthy",
        Severity = Severity.P1,
        For = TimeSpan.FromMinutes(15),
        Expression = KubeNodeMetrics.Condition.Now(Matcher.Like("condition", AgentConditions), Matcher.Is("status", "false")).Max("node", "condition").EqualTo(1),
        Summary = "Node {{ $labels.node }} is ill: {{ $labels.condition }} is false",
        Description = "EKS' node monitoring agent has reported it for 15 minutes; kubectl describe node says why.",
        Runbook = new Runbook("node-not-ready"),
    };
}
