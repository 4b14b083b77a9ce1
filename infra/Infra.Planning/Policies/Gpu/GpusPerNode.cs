using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>No pod asks for more GPUs than a node has.</summary>
internal sealed class GpusPerNode : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU016",
        PolicySeverity.Error,
        "No pod asks for more GPUs than one node of its pools has",
        "A pod's GPUs are on one node. Nothing says so: the autoscaler reports that no instance type satisfies the requirements, and the pod stays Pending.",
        "aws/karpenter-provider-aws #5527, #6884");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from amount in pod.Accelerators
        where amount.Path.EndsWith("[\"nvidia.com/gpu\"]", StringComparison.Ordinal)
        let pools = context.Pools.Where(pool => pool.MayHaveAccelerator && pool.Refuses(pod) is null).ToList()
        where pools.Count > 0
        from verdict in pod.Owner.Judge(amount, number => pools.All(pool => pool.MostPerNode < number.Number)
            ? $"asks for {number.Text} GPUs, and a node of {pools.MaxBy(pool => pool.MostPerNode)!.Name} has {pools.Max(pool => pool.MostPerNode)}; use a larger instance type, or spread the model over nodes (LeaderWorkerSet, Ray)"
            : null)
        select verdict;
}
