using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>How far a horizontal pod autoscaler may go at a time (horizontal.go, convertDesiredReplicasWithBehaviorRate): by its policies and its bounds.</summary>
internal static class ReplicaLimits
{
    /// <summary>The number that is allowed, and what limited it; null where nothing did.</summary>
    public static (int Replicas, ScaleReason? Limit) Of(HorizontalScalerSettings settings, HorizontalScalerState state, long now, int current, int wanted)
    {
        if (wanted > current)
        {
            // As long as more was added than policies allow now, nothing is added; nor is anything taken away for it.
            var limit = Math.Max(current, Limit(settings.ScaleUp, state, now, current, isUp: true));
            return wanted <= Math.Min(limit, settings.Max) ? (wanted, null)
                : limit < settings.Max ? (limit, ScaleReason.RateLimited) : (settings.Max, ScaleReason.AtMost);
        }

        if (wanted < current)
        {
            var limit = Math.Min(current, Limit(settings.ScaleDown, state, now, current, isUp: false));
            return wanted >= Math.Max(limit, settings.Min) ? (wanted, null)
                : limit > settings.Min ? (limit, ScaleReason.RateLimited) : (settings.Min, ScaleReason.AtLeast);
        }

        return (current, null);
    }

    private static int Limit(ScalingRules rules, HorizontalScalerState state, long now, int current, bool isUp)
    {
        if (rules.Select == PolicySelect.Disabled)
        {
            return current;
        }

        // The policy that changes most: upwards the greatest number, downwards the smallest.
        var takesGreater = isUp == (rules.Select == PolicySelect.Max);
        var result = takesGreater ? int.MinValue : int.MaxValue;
        foreach (var policy in rules.Policies)
        {
            var start = current - Changed(state.Added, now, policy) + Changed(state.Removed, now, policy);
            var proposed = isUp ? Raised(start, policy) : Lowered(start, policy);
            result = takesGreater ? Math.Max(result, proposed) : Math.Min(result, proposed);
        }

        return result;
    }

    private static int Raised(int start, ScalingPolicy policy) =>
        policy.IsPercent ? (int)Math.Ceiling(start * (1 + (policy.Value / 100.0))) : start + policy.Value;

    private static int Lowered(int start, ScalingPolicy policy) =>
        policy.IsPercent ? (int)(start * (1 - (policy.Value / 100.0))) : start - policy.Value;

    private static int Changed(ImmutableList<TimedCount> changes, long now, ScalingPolicy policy)
    {
        var sum = 0;
        foreach (var (at, count) in changes)
        {
            sum += at > now - policy.PeriodMicros ? count : 0;
        }

        return sum;
    }
}
