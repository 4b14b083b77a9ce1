using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>A pod that asks for an accelerator tolerates and selects the nodes that have one.</summary>
internal sealed class GpuPodsFindAPool : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU001",
        PolicySeverity.Error,
        "Every pod that asks for a GPU can run on a pool of the plan",
        "The pod stays Pending for ever: the pool's taint keeps it off, or its selector names a label that no pool has, and no autoscaler adds a node for it.",
        "llm-d-planner PR #112 (label L4, selector NVIDIA-L4), aws/karpenter-provider-aws #5527 and #7796");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var pools = context.Pools.Where(pool => pool.MayHaveAccelerator).ToList();
        return pools.Count == 0 ? [] : context.Pods.Where(pod => pod.HasAccelerator).SelectMany(pod => Of(pod, pools));
    }

    private static IEnumerable<Verdict> Of(PolicyPod pod, List<PolicyPool> pools)
    {
        if (pod.IsPlacementHidden)
        {
            return [pod.Owner.NotKnown(pod.Spec)];
        }

        var refusals = new List<string>();
        foreach (var pool in pools)
        {
            if (pool.Refuses(pod) is not { } refusal)
            {
                return [];
            }

            refusals.Add(refusal);
            if (pool.IsHidden)
            {
                return [pod.Owner.NotKnown(pod.Spec)];
            }
        }

        var more = refusals.Count > 3 ? $"; and so on for {refusals.Count - 3} more" : "";
        return [pod.Owner.Finding(pod.Spec, $"no pool takes this pod: {string.Join("; ", refusals.Take(3))}{more}; use the pool's own label as selector and tolerate its taint")];
    }
}
