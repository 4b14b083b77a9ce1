using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Network;

/// <summary>Pods are spoken to by those who should.</summary>
internal sealed class NamespacesHaveNetworkPolicies : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "NET001",
        PolicySeverity.Warning,
        "Every namespace with pods has a network policy",
        "Without one every pod of the cluster reaches every other: a notebook calls the model past its gateway, its sign-in and its quota.",
        "kube-score, pod-networkpolicy; kubernetes.io, \"Network Policies\"; seed S0.15");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var guarded = context.OfKind("NetworkPolicy", "CiliumNetworkPolicy").Select(policy => policy.Namespace).ToHashSet(StringComparer.Ordinal);
        // One finding for each namespace: the policy is one, too.
        return context.Pods.Where(pod => !pod.Owner["metadata", "namespace"].IsHidden && !guarded.Contains(pod.Owner.Namespace) && !pod.Spec["hostNetwork"].IsTrue)
            .DistinctBy(pod => pod.Owner.Namespace)
            .Select(pod => (context.Find("Namespace", "", pod.Owner.Namespace) ?? pod.Owner)
                .Finding($"nothing limits who talks to the pods of {(pod.Owner.Namespace.Length > 0 ? $"'{pod.Owner.Namespace}'" : "this namespace")}; add a NetworkPolicy that denies all, and one for each way in"));
    }
}
