using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>A pod that asks for an accelerator says which nodes it means.</summary>
internal sealed class GpuPodsChooseGpus : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "GPU002",
        PolicySeverity.Warning,
        "Every pod that asks for a GPU selects the nodes it was measured on",
        "The resource nvidia.com/gpu doesn't say which GPU: the scheduler takes any node with a free one, so a model lands on a T4 today and on an A100 tomorrow, or where its weights don't fit.",
        "kubernetes.io, \"Schedule GPUs\", \"Clusters containing different types of GPUs\"");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var pools = context.Pools.Where(pool => pool.MayHaveAccelerator).ToList();
        return from pod in context.Pods
               where pod.HasAccelerator && !pod.IsDaemon && pools.Count != 1
               from verdict in Of(pod)
               select verdict;
    }

    private static IEnumerable<Verdict> Of(PolicyPod pod)
    {
        var selects = pod.NamedDemands.Any() || pod.Containers.Any(container => container.Body["nodeSelector"].Entries.Any());
        return selects ? []
            : pod.IsPlacementHidden ? [pod.Owner.NotKnown(pod.Spec)]
            : [pod.Owner.Finding(pod.Spec, "asks for a GPU and selects no nodes: any GPU will do, whatever its memory; select the label of a pool")];
    }
}
