using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>The autoscaler counts shared GPUs as pods will.</summary>
internal sealed class SlicedGpusAreKnown : IPolicyRule
{
    private const string Tag = "k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu";

    public RuleDescription About { get; } = new(
        "GPU020",
        PolicySeverity.Warning,
        "The autoscaler is told how many pieces a shared GPU has",
        "An autoscaler that takes a time-sliced GPU for one GPU launches a node for each pod, four times what is needed, and takes them away again once the pieces appear.",
        "aws/karpenter-provider-aws #3376; kubernetes-sigs/karpenter #729");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var overlays = context.OfKind("NodeOverlay").Any();
        return from pool in context.Pools
               where pool is { HasNvidia: true, SharingMode: "TimeSlicing" or "Mps" } && pool.EdgeDevices.IsEmpty
               from verdict in pool.IsKarpenter
                   ? overlays ? [] : [pool.Subject.Finding("shares its GPUs, and Karpenter counts whole ones; give it a NodeOverlay with the capacity, or use a managed node group")]
                   : pool.Subject.Judge(pool.Subject["tags"][Tag], tag => tag.IsAbsent && pool.CanBeEmpty ? $"shares its GPUs and can be empty; tag it {Tag} with the number of pieces of a node" : null)
               select verdict;
    }
}
