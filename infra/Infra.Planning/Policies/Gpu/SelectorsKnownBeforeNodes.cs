using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Gpu;

/// <summary>Nothing is required of a node that only the running node can tell.</summary>
internal sealed class SelectorsKnownBeforeNodes : IPolicyRule
{
    private static readonly string[] _discovered = ["nvidia.com/gpu.", "nvidia.com/cuda.", "nvidia.com/mig.", "nvidia.com/gfd."];

    public RuleDescription About { get; } = new(
        "GPU005",
        PolicySeverity.Error,
        "No pod requires a label of GPU feature discovery on a pool that can be empty",
        "GPU feature discovery labels a node once it runs. A pool at zero has no node with the label, so its autoscaler sees no use in adding one, and the pod stays Pending.",
        "seed S0.7 (fix); kubernetes/autoscaler #4998");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
        from pod in context.Pods
        from demand in pod.NamedDemands
        where IsDiscovered(demand.Key) && !context.Pools.Any(pool => !pool.Labels[demand.Key].IsAbsent)
        where !context.Pools.Any(pool => pool is { HasAccelerator: true, CanBeEmpty: false } && pool.Refuses(pod) is null)
        select pod.Owner.Finding(demand.At, $"requires {demand.Key}, which a node has only while it runs; require the pool's own label, and leave this one to a preference");

    // Set by whoever makes the node, or a word of nobody, which has a rule of its own.
    private static bool IsDiscovered(string key) =>
        key is not ("nvidia.com/gpu.present" or "nvidia.com/gpu.type" or "nvidia.com/mig.config") && _discovered.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
}
