using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>A <c>ScaledObject</c> of KEDA.</summary>
public sealed record KedaScalerSettings
{
    private const long Second = 1_000_000;

    /// <summary>Default of <c>pollingInterval</c>, in microseconds.</summary>
    public const long DefaultPolling = 30 * Second;

    /// <summary>Default of <c>cooldownPeriod</c>, in microseconds.</summary>
    public const long DefaultCooldown = 300 * Second;

    /// <summary>Fewest replicas; 0 for a model that sleeps.</summary>
    public required int Min { get; init; }

    /// <summary>Most replicas.</summary>
    public required int Max { get; init; }

    /// <summary>What it looks at.</summary>
    public required ImmutableArray<KedaTrigger> Triggers { get; init; }

    /// <summary>
    /// Index of the trigger that tells whether anything asks for the model, a <see cref="KedaTrigger.Demand"/>: while its value isn't more than its activation, a missing answer of the other ones is 0. That stands in their queries
    /// (<see cref="Infra.Core.Serving.Autoscaling.ScalingPromQl.WhileAsleep"/>). Null where a missing answer is always a fault.
    /// </summary>
    public int? Signal { get; init; }

    /// <summary>Time between two looks at the triggers.</summary>
    public long PollingMicros { get; init; } = DefaultPolling;

    /// <summary>Time without an active trigger before the last replica goes.</summary>
    public long CooldownMicros { get; init; } = DefaultCooldown;

    /// <summary>The same for a model that was never active since the object exists.</summary>
    public long InitialCooldownMicros { get; init; }

    /// <summary>What holds while triggers have no answer; null for nothing.</summary>
    public KedaFallback? Fallback { get; init; }

    /// <summary>The horizontal pod autoscaler that it makes, whose metrics are the triggers' in their order. It never goes below 1: the last replica is KEDA's (scaledobject_types.go, GetHPAMinReplicas).</summary>
    public required HorizontalScalerSettings Horizontal { get; init; }
}
