using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Cost;

/// <summary>GPU nodes are for those who need one.</summary>
internal sealed class GpuNodesKeepOthersOff : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "COST003",
        PolicySeverity.Warning,
        "Every GPU pool has a taint",
        "Pods that need no GPU land on the GPU nodes: they take the CPU that the models need, and a log shipper with a budget keeps a node of 40 dollars an hour from being removed.",
        "EKS best practices guide, \"Compute and autoscaling\" for AI/ML workloads; awslabs/ai-on-eks");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pool in context.Pools
        where pool.HasAccelerator
        from verdict in pool.Subject.Judge(pool.TaintField, taints => taints.Items.Any(taint => taint.IsHidden) || pool.Taints.Any(taint => taint.Binds)
            ? null
            : $"{pool.Name} takes every pod; give it a taint such as nvidia.com/gpu=present:NoSchedule")
        select verdict;
}
