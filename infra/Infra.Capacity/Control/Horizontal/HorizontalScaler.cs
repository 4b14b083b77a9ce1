using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>
/// Kubernetes' horizontal pod autoscaler, one look at a time (kubernetes.io, "Horizontal Pod Autoscaling", algorithm details; kubernetes/kubernetes v1.35, pkg/controller/podautoscaler/horizontal.go,
/// reconcileAutoscaler and normalizeDesiredReplicasWithBehaviors). What metrics ask for is <see cref="MetricReplicas"/>, how fast it may come <see cref="ReplicaLimits"/>.
/// </summary>
/// <param name="settings">How it is set.</param>
public sealed class HorizontalScaler(HorizontalScalerSettings settings)
{
    private readonly MetricReplicas _metrics = new(settings);

    /// <summary>How it is set.</summary>
    public HorizontalScalerSettings Settings { get; } = settings;

    /// <summary>One look.</summary>
    /// <param name="state">What it remembers.</param>
    /// <param name="nowMicros">Now.</param>
    /// <param name="observation">What it sees.</param>
    public (HorizontalScalerState State, ScaleDecision Decision) Decide(HorizontalScalerState state, long nowMicros, ScaleObservation observation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        var current = observation.Replicas;
        if (state.Recommendations.IsEmpty)
        {
            // The number that it finds counts as its first recommendation: a controller that was just started takes nothing away at once.
            state = state with { Recommendations = [new TimedCount(nowMicros, current)] };
        }

        if (current == 0)
        {
            return (state, new ScaleDecision(0, ScaleReason.NotActive));
        }

        if (current > Settings.Max || current < Settings.Min)
        {
            var (bound, reason) = current > Settings.Max ? (Settings.Max, ScaleReason.AtMost) : (Settings.Min, ScaleReason.AtLeast);
            return (Remember(state, nowMicros, current, bound), new ScaleDecision(bound, reason));
        }

        if (_metrics.Of(nowMicros, observation) is not { } asked)
        {
            return (state, new ScaleDecision(current, ScaleReason.NotActive));
        }

        var stabilised = Stabilise(state.Recommendations, nowMicros, current, asked);
        var (allowed, limit) = ReplicaLimits.Of(Settings, state, nowMicros, current, stabilised);
        state = state with { Recommendations = Recent(state.Recommendations.Add(new TimedCount(nowMicros, asked)), nowMicros, Math.Max(Settings.ScaleUp.WindowMicros, Settings.ScaleDown.WindowMicros)) };
        return (
            Remember(state, nowMicros, current, allowed),
            new ScaleDecision(allowed, limit ?? (stabilised != asked ? ScaleReason.Stabilised : allowed == current ? ScaleReason.OnTarget : ScaleReason.Metrics)));
    }

    // Of all that was asked for within the windows: upwards the least, downwards the most.
    private int Stabilise(ImmutableList<TimedCount> recommendations, long now, int current, int asked)
    {
        var (up, down) = (asked, asked);
        foreach (var (at, count) in recommendations)
        {
            up = at > now - Settings.ScaleUp.WindowMicros ? Math.Min(up, count) : up;
            down = at > now - Settings.ScaleDown.WindowMicros ? Math.Max(down, count) : down;
        }

        return Math.Min(Math.Max(current, up), down);
    }

    private HorizontalScalerState Remember(HorizontalScalerState state, long now, int from, int to) => (to - from) switch
    {
        > 0 => state with { Added = Recent(state.Added.Add(new TimedCount(now, to - from)), now, LongestPeriod) },
        < 0 => state with { Removed = Recent(state.Removed.Add(new TimedCount(now, from - to)), now, LongestPeriod) },
        _ => state,
    };

    // Both lists count for both directions.
    private long LongestPeriod => Settings.ScaleUp.Policies.Concat(Settings.ScaleDown.Policies).Select(policy => policy.PeriodMicros).DefaultIfEmpty().Max();

    // The last one stays, however old: it says that there was one.
    private static ImmutableList<TimedCount> Recent(ImmutableList<TimedCount> counts, long now, long micros)
    {
        var old = 0;
        while (old < counts.Count - 1 && counts[old].AtMicros <= now - micros)
        {
            old++;
        }

        return counts.RemoveRange(0, old);
    }
}
