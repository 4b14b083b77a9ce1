using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Karpenter doesn't move models to save a little CPU.</summary>
internal sealed class KarpenterKeepsBusyGpus : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU017",
        PolicySeverity.Warning,
        "Karpenter consolidates GPU nodes only when they are empty",
        "Consolidation of underused nodes looks at requests and never at the GPU's work: it evicts a model in the middle of a load of minutes, or throws away a warm cache, to pack nodes more tightly.",
        "aws/karpenter-provider-aws #2606; kubernetes-sigs/karpenter PR #2935");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pool in context.Pools
        where pool.IsKarpenter && pool.HasAccelerator
        from verdict in pool.Subject.Judge(pool.Subject["spec", "disruption", "consolidationPolicy"], policy => policy.Text == "WhenEmpty"
            ? null
            : $"consolidates {(policy.IsAbsent ? "WhenEmptyOrUnderutilized, which is the default" : policy.Text)}; set consolidationPolicy: WhenEmpty")
        select verdict;
}
