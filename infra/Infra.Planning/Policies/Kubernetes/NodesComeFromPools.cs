using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>Nobody writes nodes.</summary>
internal sealed class NodesComeFromPools : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "K8S007",
        PolicySeverity.Error,
        "No Node is written by hand",
        "The object makes no machine: it stays NotReady, and the labels that somebody meant to set are on no node that an autoscaler adds later.",
        "seed S0.9 (fix); kubernetes.io, \"Nodes\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfKind("Node").Select(node => node.Finding("a Node registers itself; set labels and taints on the node group or node pool"));
}
