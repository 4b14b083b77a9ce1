using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Core.Serving.Schedules;
using static Infra.Capacity.Tests.Control.Times;

namespace Infra.Capacity.Tests.Control;

/// <summary>KEDA's own steps, and what it tells the autoscaler that it makes.</summary>
public sealed class KedaScalerTests
{
    // 2026-11-23 is a Monday.
    private static readonly long _monday = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly CronWindow _hours = new("Europe/Berlin", "0 8 * * 1-5", "0 18 * * 1-5");
    private static readonly KedaTrigger.Demand _queue = Demand(ObservedMetric.QueueDepth, 10_000, 0);
    private static readonly KedaTrigger.Demand _wake = Demand(ObservedMetric.ArrivalsPerSecond, 1_000_000_000_000, 500);

    [Fact]
    public void A_model_wakes_above_its_activation_and_sleeps_after_its_cooldown()
    {
        // Values in thousandths: requests that wait, and requests that arrive per second; it wakes above 0.5.
        (int Seconds, int Replicas, long Queue, long Arrivals, int Wanted, ScaleReason Reason)[] steps =
        [
            (30, 0, 0, 0, 0, ScaleReason.OnTarget),
            (60, 0, 0, 500, 0, ScaleReason.OnTarget), // not more than
            (90, 0, 0, 501, 1, ScaleReason.Woken),
            (120, 1, 0, 0, 1, ScaleReason.Stabilised), // active at 90
            (150, 1, 4_000, 0, 1, ScaleReason.OnTarget), // requests in the queue keep it awake
            (180, 4, 0, 2_000, 4, ScaleReason.OnTarget), // more is the autoscaler's
            (450, 4, 0, 0, 4, ScaleReason.Stabilised),
            (480, 4, 0, 0, 4, ScaleReason.Stabilised), // 300 s after 180 are not more than 300
            (510, 4, 0, 0, 0, ScaleReason.Asleep), // all at once
            (540, 0, 0, 0, 0, ScaleReason.OnTarget),
        ];
        var scaler = Scaler(0, null, _queue, _wake);
        var state = KedaScalerState.New(0, scaler.Settings);
        Assert.All(steps, step =>
        {
            (state, var decision) = scaler.Poll(state, step.Seconds * Second, Seen(step.Replicas, step.Queue, step.Arrivals));
            Assert.Equal(new ScaleDecision(step.Wanted, step.Reason), decision);
        });
    }

    [Fact]
    public void A_model_that_was_never_active_waits_for_the_initial_cooldown()
    {
        var scaler = Scaler(0, null, _queue);
        var state = KedaScalerState.New(0, scaler.Settings);
        Assert.Equal(ScaleReason.Stabilised, scaler.Poll(state, 600 * Second, Seen(1, 0)).Decision.Reason);
        Assert.Equal(new ScaleDecision(0, ScaleReason.Asleep), scaler.Poll(state, 601 * Second, Seen(1, 0)).Decision);
    }

    [Fact]
    public void Without_sleep_KEDA_only_fills_up_to_the_fewest()
    {
        var scaler = Scaler(2, null, _queue);
        var state = KedaScalerState.New(0, scaler.Settings);
        Assert.Equal(new ScaleDecision(2, ScaleReason.AtLeast), scaler.Poll(state, Hour, Seen(1, 0)).Decision);
        Assert.Equal(new ScaleDecision(3, ScaleReason.OnTarget), scaler.Poll(state, Hour, Seen(3, 0)).Decision);
        Assert.Equal(new ScaleDecision(2, ScaleReason.Woken), scaler.Poll(state, Hour, Seen(0, 1)).Decision);
        Assert.Equal(2, scaler.Settings.Horizontal.Min);
    }

    [Fact]
    public void Office_hours_hold_their_replicas_and_then_let_go()
    {
        var scaler = Scaler(0, null, new KedaTrigger.Schedule(_hours, 2), _queue);
        var state = KedaScalerState.New(0, scaler.Settings);
        // 8:00 in Berlin is 7:00 UTC in November.
        Assert.Equal(new ScaleDecision(0, ScaleReason.OnTarget), scaler.Poll(state, (7 * Hour) - Second, Seen(0, null, 0)).Decision);
        (state, var woken) = scaler.Poll(state, 7 * Hour, Seen(0, null, 0));
        Assert.Equal(new ScaleDecision(1, ScaleReason.Woken), woken);
        Assert.Equal([2_000L, 30_000], Answers(scaler, state, 7 * Hour, Seen(1, null, 30_000)));

        (state, _) = scaler.Poll(state, (17 * Hour) - Second, Seen(2, null, 0));
        Assert.Equal([0L, 0], Answers(scaler, state, 17 * Hour, Seen(2, null, 0)));
        Assert.Equal(ScaleReason.Stabilised, scaler.Poll(state, (17 * Hour) + (5 * Minute) - Second, Seen(2, null, 0)).Decision.Reason);
        Assert.Equal(new ScaleDecision(0, ScaleReason.Asleep), scaler.Poll(state, (17 * Hour) + (5 * Minute), Seen(2, null, 0)).Decision);
    }

    [Fact]
    public void Missing_answers_fall_back_after_the_threshold_and_keep_what_is_more()
    {
        var scaler = Scaler(0, new KedaFallback(2, 3, KeepsMore: true), _queue);
        var state = KedaScalerState.New(0, scaler.Settings);
        for (var failure = 1; failure <= 3; failure++)
        {
            (state, var decision) = scaler.Poll(state, Hour, Seen(1, (long?)null));
            Assert.Equal(new ScaleDecision(1, ScaleReason.NotActive), decision);
        }

        // The autoscaler's look is the fourth failure: 2 replicas of 10, and of 5 that there are all 5.
        Assert.Equal([20_000L], Answers(scaler, state, Hour, Seen(1, (long?)null)));
        Assert.Equal([50_000L], Answers(scaler, state, Hour, Seen(5, (long?)null)));
        Assert.Equal(new ScaleDecision(1, ScaleReason.Woken), scaler.Poll(state, Hour, Seen(0, (long?)null)).Decision);

        // One answer, and the count begins again.
        (state, _) = scaler.Poll(state, Hour, Seen(1, 5_000));
        Assert.Equal([null], Answers(scaler, state, Hour, Seen(1, (long?)null)));
    }

    [Fact]
    public void A_missing_answer_is_none_while_nothing_asks_for_the_model()
    {
        var asleep = Scaler(0, new KedaFallback(1, 3, KeepsMore: true), _queue, _wake);
        var scaler = new KedaScaler(asleep.Settings with { Signal = 1 }, new OfficeClock(_monday));
        var state = KedaScalerState.New(0, scaler.Settings);
        for (var look = 0; look < 10; look++)
        {
            (state, var decision) = scaler.Poll(state, Hour, Seen(0, null, 500));
            Assert.Equal(new ScaleDecision(0, ScaleReason.OnTarget), decision);
        }

        Assert.Equal([0L, 500], Answers(scaler, state, Hour, Seen(1, null, 500)));

        // Something asks, or nobody knows: it is a fault.
        Assert.Equal([null, 501], Answers(scaler, state, Hour, Seen(1, null, 501)));
        Assert.Equal([null, null], Answers(scaler, state, Hour, Seen(1, null, null)));
        // Without that in its queries KEDA wakes it for its fallback.
        state = KedaScalerState.New(0, asleep.Settings);
        Assert.Equal([0, 0, 0, 1], Enumerable.Range(0, 4).Select(_ =>
        {
            (state, var decision) = asleep.Poll(state, Hour, Seen(0, null, 500));
            return decision.Replicas;
        }));
    }

    [Fact]
    public void What_nobody_here_can_tell_is_no_fault()
    {
        var scaler = Scaler(0, new KedaFallback(2, 3, KeepsMore: true), Demand(ObservedMetric.GpuMemory, 80_000, 0), Demand(ObservedMetric.Unknown, 1_000, 0));
        var state = KedaScalerState.New(0, scaler.Settings);
        for (var look = 0; look < 10; look++)
        {
            (state, var decision) = scaler.Poll(state, Hour, Seen(1, null, null));
            Assert.Equal(new ScaleDecision(1, ScaleReason.NotActive), decision);
        }

        Assert.Equal([null, null], Answers(scaler, state, Hour, Seen(1, null, null)));
    }

    [Fact]
    public void Without_a_fallback_an_error_changes_nothing()
    {
        var scaler = Scaler(0, null, _queue, _wake);
        var state = KedaScalerState.New(0, scaler.Settings);
        Assert.Equal(new ScaleDecision(1, ScaleReason.NotActive), scaler.Poll(state, Hour, Seen(1, null, 0)).Decision);

        // An error beside an active trigger wakes, but doesn't begin the cooldown anew.
        Assert.Equal(new ScaleDecision(1, ScaleReason.Woken), scaler.Poll(state, Hour, Seen(0, null, 900)).Decision);
        Assert.Null(scaler.Poll(state, Hour, Seen(1, null, 900)).State.LastActiveMicros);
        Assert.Equal(Hour, scaler.Poll(state, Hour, Seen(1, 0, 900)).State.LastActiveMicros);
    }

    [Fact]
    public void CPU_alone_counts_as_active_and_beside_others_not_at_all()
    {
        var cpu = new KedaTrigger.Resource(new HorizontalMetric.Utilization(default, 60, 2000));
        Assert.Equal(new ScaleDecision(1, ScaleReason.Woken), Scaler(0, null, cpu).Poll(KedaScalerState.New(0, Scaler(0, null, cpu).Settings), Hour, Seen(0, (long?)null)).Decision);
        Assert.Equal(new ScaleDecision(0, ScaleReason.OnTarget), Scaler(0, null, cpu, _queue).Poll(KedaScalerState.New(0, Scaler(0, null, cpu, _queue).Settings), Hour, Seen(0, null, 0)).Decision);
    }

    private static KedaTrigger.Demand Demand(ObservedMetric metric, long targetMillis, long activationMillis) =>
        new(new HorizontalMetric.AverageValue(new MetricSource(metric, 30 * Second, 0), targetMillis), activationMillis);

    private static KedaScaler Scaler(int min, KedaFallback? fallback, params ImmutableArray<KedaTrigger> triggers) => new(
        new KedaScalerSettings
        {
            Min = min,
            Max = 8,
            Triggers = triggers,
            InitialCooldownMicros = 600 * Second,
            Fallback = fallback,
            Horizontal = new HorizontalScalerSettings { Min = Math.Max(1, min), Max = 8, Metrics = [] },
        },
        new OfficeClock(_monday));

    private static KedaObservation Seen(int replicas, params ImmutableArray<long?> millis) =>
        new(replicas, [.. millis.Select(value => value is { } known ? new MetricReading.Total(known) : MetricReading.Missing)]);

    private static IEnumerable<long?> Answers(KedaScaler scaler, KedaScalerState state, long now, KedaObservation seen) =>
        scaler.Answers(state, now, seen).Metrics.Select(metric => (metric as MetricReading.Total)?.Millis);
}
