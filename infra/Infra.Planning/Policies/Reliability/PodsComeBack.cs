using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Reliability;

/// <summary>Somebody starts a pod again.</summary>
internal sealed class PodsComeBack : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "REL020",
        PolicySeverity.Warning,
        "No pod stands alone",
        "A pod without a Deployment or Job is gone with its node: a spot interruption ends the training, and nothing starts it again.",
        "kubernetes.io, \"Configuration Best Practices\", \"Naked Pods\"; seed S1.2");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        context.OfKind("Pod").Where(pod => !pod["metadata", "ownerReferences"].Items.Any()).Select(pod => pod.Finding("nobody starts this pod again when its node goes; make it a Job, or a Deployment"));
}
