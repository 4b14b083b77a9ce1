using System.Collections.Immutable;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>How many replicas a model has, and by what. The one specification, whoever realises it.</summary>
public sealed record AutoscalingSpec
{
    /// <summary>Fewest replicas; with 0 the model sleeps until <see cref="Activation"/> wakes it.</summary>
    public required int Min { get; init; }

    /// <summary>Most replicas.</summary>
    public required int Max { get; init; }

    /// <summary>Targets, in the order of <see cref="ScalingMetric"/>, each metric once and none of <see cref="ScalingMetric.Queries"/>; the one that asks for most replicas wins.</summary>
    public ImmutableArray<ScalingTarget> Targets { get; init; } = [];

    /// <summary>What the user asks Prometheus for.</summary>
    public ImmutableArray<ScalingQuery> Queries { get; init; } = [];

    /// <summary>What wakes the model; null for a model that never sleeps.</summary>
    public ActivationSignal? Activation { get; init; }

    /// <summary>What becomes of it when metrics are missing; null for the default.</summary>
    public ScalingFallback? Fallback { get; init; }

    /// <summary>The metrics in use.</summary>
    public IEnumerable<ScalingMetric> Metrics => [.. Targets.Select(target => target.Metric), .. Queries.IsEmpty ? [] : (ScalingMetric[])[ScalingMetric.Queries]];

    /// <summary>What holds where nobody said what becomes of it: never fewer than the fewest, and never none.</summary>
    public ScalingFallback EffectiveFallback => Fallback ?? new ScalingFallback(Math.Max(1, Min), ScalingFallback.DefaultFailures);
}
