using Infra.Core.Naming;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Kubernetes;

/// <summary>A node group's labels are its own.</summary>
internal sealed class LabelsThatEksTakes : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "K8S010",
        PolicySeverity.Error,
        "No node group sets a label that EKS reserves",
        "EKS refuses the node group: 'Label cannot contain reserved prefixes'.",
        "EKS API reference, CreateNodegroup, labels; github.com/aws/containers-roadmap #1451");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from members in context.OfType(PolicyPools.NodeGroup)
        from label in members["labels"].Entries
        let problem = LabelKey.Problem(label.Key) ?? LabelKey.ReservedOnNodeGroup(label.Key)
        where problem is not null
        select members.Finding(label.Value, problem);
}
