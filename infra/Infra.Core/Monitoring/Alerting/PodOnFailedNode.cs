using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Monitoring.Rules;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>
/// The alert that says which pods stand on a node that isn't ready. It hides their own alerts, which say nothing new, and nobody is told of it: of the node somebody is told anyway.
/// Alerts of models stay: that a model serves nobody is news.
/// </summary>
public static class PodOnFailedNode
{
    /// <summary>Its name.</summary>
    public const string Name = "PodOnFailedNode";

    /// <summary>The rule, for clusters with kube-state-metrics.</summary>
    public static AlertRule Rule { get; } = new()
    {
        Name = Name,
        Severity = Severity.P2,
        Expression = KubePodMetrics.Info.Now(Matcher.IsNot(AlertLabels.Node, "")).Max(AlertLabels.Namespace, AlertLabels.Pod, AlertLabels.Node)
            .And(KubeNodeMetrics.Condition.Now(Matcher.Is("condition", "Ready"), Matcher.Is("status", "true")).Max(AlertLabels.Node).EqualTo(0), Matching.On(AlertLabels.Node)),
        // Before any alert of the pods themselves.
        For = TimeSpan.FromMinutes(1),
        Summary = "{{ $labels.namespace }}/{{ $labels.pod }} stands on {{ $labels.node }}, which isn't ready",
        Description = "The node hasn't been ready for a minute. The pod's own alerts aren't told meanwhile.",
        Runbook = new Runbook("pod-on-failed-node"),
    };
}
