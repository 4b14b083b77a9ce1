using System.Globalization;
using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Who shares a GPU by time doesn't take all its memory.</summary>
internal sealed class SharedGpuMemoryIsBounded : IPolicyRule
{
    private const string Option = "--gpu-memory-utilization";

    // Above this share two of them can't stand beside each other.
    private const double Half = 0.5;

    public RuleDescription About { get; } = new(
        "GPU013",
        PolicySeverity.Warning,
        "A language model on a time-sliced GPU bounds its memory",
        "Time-slicing shares the time of a GPU and none of its memory. vLLM takes nine tenths of the memory that it sees unless it is told otherwise; the second pod on the same GPU dies with CUDA out of memory.",
        "NVIDIA/k8s-device-plugin, README, \"Shared Access to GPUs\"; docs.vllm.ai, engine arguments");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        where pod.Accelerators.Any(amount => amount.Path.Contains("nvidia.com/gpu.shared", StringComparison.Ordinal)) || context.Pools.Any(pool => pool.SharingMode == "TimeSlicing" && pod.HasAccelerator && pool.Refuses(pod) is null)
        from container in pod.Containers
        where container.Accelerators.Any() && IsVllm(container)
        from verdict in Of(pod, container)
        select verdict;

    private static IEnumerable<Verdict> Of(PolicyPod pod, PolicyContainer container)
    {
        var option = container.Option(Option);
        if (option is null && container.IsCommandHidden)
        {
            return [pod.Owner.NotKnown(container.Body["args"])];
        }

        return double.TryParse(option, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share <= Half
            ? []
            : [pod.Owner.Finding(container.Body, $"shares its GPU by time and {(option is null ? $"doesn't say {Option}" : $"takes {option} of its memory")}; set {Option} to its part, 0.5 at most")];
    }

    private static bool IsVllm(PolicyContainer container) =>
        container.Body["image"].Text?.Contains("vllm", StringComparison.Ordinal) == true || container.CommandLine.Contains("vllm", StringComparison.Ordinal);
}
