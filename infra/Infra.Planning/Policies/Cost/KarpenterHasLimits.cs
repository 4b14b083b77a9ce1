using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Cost;

/// <summary>A mistake in one Deployment doesn't buy a hundred GPUs.</summary>
internal sealed class KarpenterHasLimits : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "COST001",
        PolicySeverity.Error,
        "Every node pool of Karpenter has limits",
        "Karpenter buys for every pending pod: replicas: 1000 by mistake, or an autoscaler with a broken metric, and a night of H100 nodes costs what the team earns in a year.",
        "Karpenter, \"NodePools\", spec.limits: if not specified, there are no limits; EKS best practices guide, Karpenter");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pool in context.OfKind("NodePool")
        where pool.Group == "karpenter.sh"
        from verdict in pool.Judge(pool["spec", "limits"], limits => limits.Entries.Any() ? null : "may grow without end; set spec.limits (cpu, memory, nvidia.com/gpu)")
        select verdict;
}
