using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary><c>behavior.scaleUp</c> or <c>behavior.scaleDown</c> of a horizontal pod autoscaler.</summary>
/// <param name="WindowMicros"><c>stabilizationWindowSeconds</c>, in microseconds.</param>
/// <param name="Select"><c>selectPolicy</c>.</param>
/// <param name="Policies">How fast.</param>
/// <param name="Tolerance">By what share the metric may be off its target.</param>
public sealed record ScalingRules(long WindowMicros, PolicySelect Select, ImmutableArray<ScalingPolicy> Policies, double Tolerance)
{
    private const long Second = 1_000_000;

    /// <summary>Where nothing is said on scaling up: at once, by 100 % or 4 pods in 15 s, whichever is more (kubernetes, pkg/apis/autoscaling/v2/defaults.go).</summary>
    public static ScalingRules DefaultUp { get; } = new(
        0, PolicySelect.Max, [new ScalingPolicy(true, 100, 15 * Second), new ScalingPolicy(false, 4, 15 * Second)], HorizontalScalerSettings.DefaultTolerance);

    /// <summary>Where nothing is said on scaling down: after 300 s (<c>--horizontal-pod-autoscaler-downscale-stabilization</c>), as far as it goes.</summary>
    public static ScalingRules DefaultDown { get; } = new(300 * Second, PolicySelect.Max, [new ScalingPolicy(true, 100, 15 * Second)], HorizontalScalerSettings.DefaultTolerance);
}
