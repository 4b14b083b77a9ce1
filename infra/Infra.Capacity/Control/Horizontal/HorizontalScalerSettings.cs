using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>A <c>HorizontalPodAutoscaler</c> (autoscaling/v2) with the flags of the controller that counts for it.</summary>
public sealed record HorizontalScalerSettings
{
    /// <summary>Default of <c>--horizontal-pod-autoscaler-tolerance</c>.</summary>
    public const double DefaultTolerance = 0.1;

    private const long Second = 1_000_000;

    /// <summary>Fewest replicas, 1 or more.</summary>
    public required int Min { get; init; }

    /// <summary>Most replicas.</summary>
    public required int Max { get; init; }

    /// <summary>Its metrics; the one that asks for most replicas wins.</summary>
    public required ImmutableArray<HorizontalMetric> Metrics { get; init; }

    /// <summary><c>behavior.scaleUp</c>.</summary>
    public ScalingRules ScaleUp { get; init; } = ScalingRules.DefaultUp;

    /// <summary><c>behavior.scaleDown</c>.</summary>
    public ScalingRules ScaleDown { get; init; } = ScalingRules.DefaultDown;

    /// <summary>Time between two looks: <c>--horizontal-pod-autoscaler-sync-period</c>, 15 s by default.</summary>
    public long SyncMicros { get; init; } = 15 * Second;

    /// <summary>How long after a pod's start its CPU counts only where it was measured while the pod was ready: <c>--horizontal-pod-autoscaler-cpu-initialization-period</c>, 5 min by default.</summary>
    public long CpuInitializationMicros { get; init; } = 300 * Second;

    /// <summary>How long after a pod's start a change to not ready still means that it was never ready: <c>--horizontal-pod-autoscaler-initial-readiness-delay</c>, 30 s by default.</summary>
    public long InitialReadinessMicros { get; init; } = 30 * Second;
}
