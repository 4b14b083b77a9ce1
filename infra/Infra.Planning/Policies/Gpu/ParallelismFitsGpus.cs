using System.Globalization;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>A server doesn't spread over more GPUs than its pod has.</summary>
internal sealed class ParallelismFitsGpus : IPolicyRule
{
    private static readonly string[] _overNodes = ["LeaderWorkerSet", "RayCluster", "RayService", "RayJob"];

    public RuleDescription About { get; } = new(
        "GPU018",
        PolicySeverity.Error,
        "Tensor parallelism asks for no more GPUs than the pod has",
        "vLLM starts a process for each rank; without a GPU for each, it stops at start, after the image and the weights have been fetched.",
        "docs.vllm.ai, \"Parallelism and Scaling\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        where !_overNodes.Contains(pod.Owner.Kind)
        from container in pod.Containers
        let size = container.Option("--tensor-parallel-size", "-tp")
        where int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        let gpus = container.Accelerators.FirstOrDefault()
        from verdict in gpus.IsHidden ? [pod.Owner.NotKnown(gpus)] : Of(pod, container, int.Parse(size, CultureInfo.InvariantCulture), gpus.Number ?? 0)
        select verdict;

    private static IEnumerable<Verdict> Of(PolicyPod pod, PolicyContainer container, int size, double gpus) => size > gpus
        ? [pod.Owner.Finding(container.Body, $"spreads over {size} GPUs (--tensor-parallel-size) and has {gpus.ToString(CultureInfo.InvariantCulture)}; ask for {size}, or set {gpus.ToString(CultureInfo.InvariantCulture)}")]
        : [];
}
