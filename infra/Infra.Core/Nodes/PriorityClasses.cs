using System.Collections.Immutable;

namespace Infra.Core.Nodes;

/// <summary>
/// The priorities of a cluster, around 0, which a pod without a class has: ordinary models and everything that isn't ours. Users' classes go up to
/// 1,000,000,000 and their names don't start with <c>system-</c> (kubernetes.io, "Pod Priority and Preemption"). Cluster Autoscaler doesn't start nodes
/// for pods below -10 (<c>expendable-pods-priority-cutoff</c>), so that room holders stand above that.
/// </summary>
public static class PriorityClasses
{
    /// <summary>Work that the environment promises; it may push out everything below.</summary>
    public const string Critical = "gpu-inference-critical";

    /// <summary>Work on capacity that may be taken away: it waits instead of pushing others out, and goes before ordinary work does.</summary>
    public const string Spot = "gpu-inference-spot";

    /// <summary>Pods that hold room for others and go first.</summary>
    public const string Headroom = "gpu-inference-headroom";

    /// <summary>All classes, highest first.</summary>
    public static ImmutableArray<PriorityClassSpec> All { get; } =
    [
        new(Critical, 100_000, true, "Promised work: may push out ordinary and spot work and room holders"),
        new(Spot, -1, false, "Work that waits for room, and makes place for ordinary work"),
        new(Headroom, -5, false, "Holds room on a pool and makes place for work that may push others out"),
    ];
}
