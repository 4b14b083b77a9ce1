using System.Collections.Immutable;

namespace Infra.Core.Nodes;

/// <summary>
/// The priorities of a cluster. A pod without a class has priority 0; the autoscalers don't start nodes for pods below
/// -10 (Cluster Autoscaler, <c>expendable-pods-priority-cutoff</c>), so that room holders stand just above that.
/// </summary>
public static class PriorityClasses
{
    /// <summary>Work that the environment promises; it may push out everything below.</summary>
    public const string Critical = "gpu-inference-critical";

    /// <summary>Work on capacity that may be taken away: it waits instead of pushing others out.</summary>
    public const string Spot = "gpu-inference-spot";

    /// <summary>Pods that hold room for others and go first.</summary>
    public const string Headroom = "gpu-inference-headroom";

    /// <summary>All classes, highest first.</summary>
    public static ImmutableArray<PriorityClassSpec> All { get; } =
    [
        new(Critical, 100_000, true, "Promised work: may push out spot work and room holders"),
        new(Spot, 1_000, false, "Work on spot capacity: waits for room"),
        new(Headroom, -5, false, "Holds room on a pool and makes place for any work"),
    ];
}
