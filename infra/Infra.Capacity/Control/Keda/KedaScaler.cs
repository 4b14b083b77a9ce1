using System.Collections.Immutable;

namespace Infra.Capacity.Control;

/// <summary>
/// KEDA, for the steps from and to 0; between them the horizontal pod autoscaler that it makes decides, to which it answers for the triggers (keda.sh, "Scaling Deployments, StatefulSets and Custom Resources";
/// kedacore/keda at 8b4f083c: pkg/scaling/executor/scale_scaledobjects.go, pkg/scaling/scale_handler.go and pkg/fallback/fallback.go).
/// </summary>
/// <param name="settings">The object.</param>
/// <param name="clock">What time of the week it is.</param>
public sealed class KedaScaler(KedaScalerSettings settings, OfficeClock clock)
{
    // What a trigger of the kind cron has to have for each replica.
    private const long MillisOfReplica = 1000;

    /// <summary>The object.</summary>
    public KedaScalerSettings Settings { get; } = settings;

    /// <summary>The autoscaler that it makes.</summary>
    public HorizontalScaler Horizontal { get; } = new(settings.Horizontal);

    /// <summary>What KEDA does itself: one look at the triggers, each <see cref="KedaScalerSettings.PollingMicros"/>.</summary>
    /// <param name="state">What it remembers.</param>
    /// <param name="nowMicros">Now.</param>
    /// <param name="observation">What it sees.</param>
    public (KedaScalerState State, ScaleDecision Decision) Poll(KedaScalerState state, long nowMicros, KedaObservation observation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        // Where there is nothing but CPU and memory, which are asked of pods, nothing could ever wake the model: it counts as active.
        var (isActive, isError) = (Settings.Triggers.All(trigger => trigger is KedaTrigger.Resource), false);
        for (var i = 0; i < Settings.Triggers.Length; i++)
        {
            if (Settings.Triggers[i] is KedaTrigger.Resource)
            {
                continue;
            }

            (state, var value, var isFallback) = Answer(state, i, nowMicros, observation);
            isError |= value is null;
            isActive |= isFallback || (value is { } known && IsActive(Settings.Triggers[i], known));
        }

        return isActive ? Wake(state, nowMicros, observation.Replicas, isError) : Rest(state, nowMicros, observation.Replicas, isError);
    }

    /// <summary>What the horizontal pod autoscaler is told when it looks, each <see cref="HorizontalScalerSettings.SyncMicros"/>.</summary>
    /// <param name="state">What KEDA remembers.</param>
    /// <param name="nowMicros">Now.</param>
    /// <param name="observation">What it sees.</param>
    public (KedaScalerState State, ImmutableArray<MetricReading> Metrics) Answers(KedaScalerState state, long nowMicros, KedaObservation observation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        var metrics = ImmutableArray.CreateBuilder<MetricReading>(Settings.Triggers.Length);
        for (var i = 0; i < Settings.Triggers.Length; i++)
        {
            if (Settings.Triggers[i] is KedaTrigger.Resource)
            {
                metrics.Add(observation.Metrics[i]);
                continue;
            }

            (state, var value, _) = Answer(state, i, nowMicros, observation);
            metrics.Add(value is { } millis ? new MetricReading.Total(millis) : MetricReading.Missing);
        }

        return (state, metrics.MoveToImmutable());
    }

    private (KedaScalerState State, ScaleDecision Decision) Wake(KedaScalerState state, long now, int replicas, bool isError) => replicas == 0
        ? (state with { LastActiveMicros = now }, new ScaleDecision(Math.Max(1, Settings.Min), ScaleReason.Woken))
        // An error beside an active trigger leaves the time as it is.
        : (isError ? state : state with { LastActiveMicros = now }, new ScaleDecision(replicas, ScaleReason.OnTarget));

    private (KedaScalerState State, ScaleDecision Decision) Rest(KedaScalerState state, long now, int replicas, bool isError)
    {
        if (isError && Settings.Fallback is null or { Replicas: > 0 })
        {
            return (state, new ScaleDecision(replicas, ScaleReason.NotActive));
        }

        if (replicas > 0 && Settings.Min == 0)
        {
            var isDue = state.LastActiveMicros is { } last ? now > last + Settings.CooldownMicros : now > state.CreatedMicros + Settings.InitialCooldownMicros;
            return (state, isDue ? new ScaleDecision(0, ScaleReason.Asleep) : new ScaleDecision(replicas, ScaleReason.Stabilised));
        }

        return (state, replicas < Settings.Min ? new ScaleDecision(Settings.Min, ScaleReason.AtLeast) : new ScaleDecision(replicas, ScaleReason.OnTarget));
    }

    // A trigger that has no answer counts as one that asks for the fallback's replicas, once it failed often enough in a row.
    private (KedaScalerState State, long? Millis, bool IsFallback) Answer(KedaScalerState state, int trigger, long now, KedaObservation observation)
    {
        if ((Value(Settings.Triggers[trigger], now, observation.Metrics[trigger]) ?? (IsAtRest(observation) ? 0 : null)) is { } value)
        {
            return (state with { Failures = state.Failures.SetItem(trigger, 0) }, value, false);
        }

        if (Settings.Triggers[trigger] is KedaTrigger.Demand demand && !ObservedMetrics.IsKnown(demand.Metric.Source.Metric))
        {
            // No fault of the platform's, for which the fallback would hold.
            return (state, null, false);
        }

        var failures = state.Failures[trigger] + 1;
        state = state with { Failures = state.Failures.SetItem(trigger, failures) };
        return Settings.Fallback is { } fallback && failures > fallback.FailureThreshold
            ? (state, TargetMillis(Settings.Triggers[trigger]) * (fallback.KeepsMore ? Math.Max(observation.Replicas, fallback.Replicas) : fallback.Replicas), true)
            : (state, null, false);
    }

    private long? Value(KedaTrigger trigger, long now, MetricReading reading) => trigger switch
    {
        KedaTrigger.Schedule schedule => clock.IsOpen(schedule.Window, now) ? schedule.Replicas * MillisOfReplica : 0,
        _ => (reading as MetricReading.Total)?.Millis,
    };

    // Nothing asks for the model, and that is known.
    private bool IsAtRest(KedaObservation observation) => Settings.Signal is { } signal
        && (observation.Metrics[signal] as MetricReading.Total)?.Millis is { } asked && !IsActive(Settings.Triggers[signal], asked);

    private static bool IsActive(KedaTrigger trigger, long millis) => trigger switch
    {
        KedaTrigger.Demand demand => millis > demand.ActivationMillis,
        _ => millis > 0,
    };

    private static long TargetMillis(KedaTrigger trigger) => trigger is KedaTrigger.Demand demand ? demand.Metric.TargetMillis : MillisOfReplica;
}
