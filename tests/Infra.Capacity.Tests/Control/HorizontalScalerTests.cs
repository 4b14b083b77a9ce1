using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Infra.Capacity.Control;
using static Infra.Capacity.Tests.Control.Times;

namespace Infra.Capacity.Tests.Control;

/// <summary>What a horizontal pod autoscaler does over time: windows, policies, bounds. All numbers are computed by hand from the documented algorithm.</summary>
public sealed class HorizontalScalerTests
{
    private static readonly MetricSource _queue = new(ObservedMetric.QueueDepth, 30 * Second, 0);

    // One replica is to have 10. More only when it lasted a minute, and at most double (or 2) in a minute; fewer when it lasted two minutes, and at most half (or 1) in a minute.
    private static readonly HorizontalScalerSettings _settings = new()
    {
        Min = 1,
        Max = 10,
        Metrics = [new HorizontalMetric.AverageValue(_queue, 10_000)],
        ScaleUp = new(Minute, PolicySelect.Max, [new ScalingPolicy(true, 100, Minute), new ScalingPolicy(false, 2, Minute)], 0.1),
        ScaleDown = new(2 * Minute, PolicySelect.Max, [new ScalingPolicy(true, 50, Minute), new ScalingPolicy(false, 1, Minute)], 0.1),
    };

    [Fact]
    public void Steps_by_hand()
    {
        (int Seconds, int Replicas, int? Queue, int Wanted, ScaleReason Reason)[] steps =
        [
            (0, 2, 20, 2, ScaleReason.OnTarget),
            (15, 2, 21, 2, ScaleReason.OnTarget), // 1.05 is within 10 %
            (30, 2, 40, 2, ScaleReason.Stabilised), // 4, but 2 was asked for within the minute
            (45, 2, 40, 2, ScaleReason.Stabilised),
            (60, 2, 40, 2, ScaleReason.Stabilised), // the 2 of second 15
            (75, 2, 40, 4, ScaleReason.Metrics), // 2 × 2
            (90, 4, 100, 4, ScaleReason.Stabilised), // 10, but 4 at 45, 60 and 75
            (105, 4, 100, 4, ScaleReason.Stabilised),
            (120, 4, 100, 4, ScaleReason.Stabilised),
            (135, 4, 100, 8, ScaleReason.RateLimited), // 10, but 4 × 2; those of second 75 are a minute ago
            (150, 8, 100, 8, ScaleReason.RateLimited), // the minute began with 4
            (195, 8, 100, 10, ScaleReason.Metrics),
            (210, 10, 120, 10, ScaleReason.Stabilised), // 12, but 10 at 195
            (255, 10, 120, 10, ScaleReason.AtMost),
            (270, 10, 91, 10, ScaleReason.OnTarget), // 0.91
            (285, 10, 50, 10, ScaleReason.Stabilised), // 5, but 12 within two minutes
            (390, 10, 50, 5, ScaleReason.Metrics), // 10 ÷ 2
            (405, 5, 10, 5, ScaleReason.Stabilised),
            (510, 5, 10, 2, ScaleReason.RateLimited), // 1, but 5 ÷ 2, rounded down
            (525, 2, 10, 2, ScaleReason.RateLimited), // the minute began with 5
            (570, 2, 10, 1, ScaleReason.Metrics),
            (585, 1, 0, 1, ScaleReason.Stabilised),
            (705, 1, 0, 1, ScaleReason.AtLeast),
            (720, 1, null, 1, ScaleReason.NotActive),
            (735, 0, 50, 0, ScaleReason.NotActive), // somebody else took the last one
            (750, 12, 50, 10, ScaleReason.AtMost), // somebody else made more than allowed
        ];
        var (scaler, state) = (new HorizontalScaler(_settings), HorizontalScalerState.Empty);
        Assert.All(steps, step =>
        {
            (state, var decision) = scaler.Decide(state, step.Seconds * Second, Seen(step.Replicas, step.Queue));
            Assert.Equal(new ScaleDecision(step.Wanted, step.Reason), decision);
        });
    }

    [Fact]
    public void Ten_percent_or_four_pods_a_minute_as_the_documentation_has_it()
    {
        // kubernetes.io, "Horizontal Pod Autoscaling", scaling policies: of 80 to 10. The first step removes 8, the second 7.2, rounded up; below 40, 4 pods are more than 10 %.
        var settings = _settings with
        {
            Max = 80,
            ScaleDown = new(0, PolicySelect.Max, [new ScalingPolicy(false, 4, Minute), new ScalingPolicy(true, 10, Minute)], 0.1),
        };
        Assert.Equal([72, 64, 57, 51, 45, 40, 36, 32, 28, 24, 20, 16, 12, 10, 10], Minutes(settings, 80, 100, 15));
        Assert.Equal([76, 72, 68], Minutes(settings with { ScaleDown = settings.ScaleDown with { Select = PolicySelect.Min } }, 80, 100, 3));
        Assert.Equal([80, 80, 80], Minutes(settings with { ScaleDown = settings.ScaleDown with { Select = PolicySelect.Disabled } }, 80, 100, 3));
    }

    [Fact]
    public void Without_a_word_replicas_double_or_grow_by_four_and_go_all_at_once_after_five_minutes()
    {
        var settings = new HorizontalScalerSettings { Min = 1, Max = 100, Metrics = _settings.Metrics };
        Assert.Equal([5, 10, 20, 40, 80, 100], Looks(settings, 1, 2000, 6));
        Assert.Equal([.. Enumerable.Repeat(50, 20), 10], Looks(settings, 50, 100, 21));
    }

    [Fact]
    public void A_tolerance_of_its_own_for_each_direction()
    {
        var settings = _settings with { ScaleUp = ScalingRules.DefaultUp with { Tolerance = 0 }, ScaleDown = ScalingRules.DefaultDown with { Tolerance = 0.5, WindowMicros = 0 } };
        Assert.Equal(3, Looks(settings, 2, 21, 1).Single());
        Assert.Equal(2, Looks(settings, 2, 10, 1).Single());
        Assert.Equal(1, Looks(settings, 2, 9, 1).Single());
    }

    [Fact]
    public void Bounds_are_never_left_and_nothing_is_added_to_what_is_enough_nor_taken_from_what_is_not()
    {
        var samples =
            from min in Gen.Choose(1, 3)
            from more in Gen.Choose(0, 7)
            from up in Gen.Choose(0, 180)
            from down in Gen.Choose(0, 180)
            from choice in Gen.Elements(PolicySelect.Max, PolicySelect.Min, PolicySelect.Disabled)
            from percent in Gen.Choose(1, 200)
            from queues in Gen.Choose(0, 200).ListOf(60)
            select (Settings: _settings with
            {
                Min = min,
                Max = min + more,
                ScaleUp = new(up * Second, choice, [new ScalingPolicy(true, percent, Minute), new ScalingPolicy(false, 1, 30 * Second)], 0.1),
                ScaleDown = new(down * Second, choice, [new ScalingPolicy(true, Math.Min(percent, 100), Minute)], 0.1),
            }, Queues: queues);
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_122, 1), Prop.ForAll(samples.ToArbitrary(), sample =>
        {
            var (scaler, state, replicas) = (new HorizontalScaler(sample.Settings), HorizontalScalerState.Empty, sample.Settings.Min);
            foreach (var (look, queue) in sample.Queues.Index())
            {
                (state, var decision) = scaler.Decide(state, look * 15 * Second, Seen(replicas, queue));
                Assert.InRange(decision.Replicas, sample.Settings.Min, sample.Settings.Max);
                // However it came here.
                Assert.True(decision.Replicas <= replicas || queue > replicas * 10, $"{replicas} → {decision.Replicas} at {queue}");
                Assert.True(decision.Replicas >= replicas || queue < replicas * 10, $"{replicas} → {decision.Replicas} at {queue}");
                replicas = decision.Replicas;
            }
        }));
    }

    private static int[] Minutes(HorizontalScalerSettings settings, int replicas, int queue, int count) => Run(settings, replicas, queue, count, 60);

    private static int[] Looks(HorizontalScalerSettings settings, int replicas, int queue, int count) => Run(settings, replicas, queue, count, 15);

    private static int[] Run(HorizontalScalerSettings settings, int replicas, int queue, int count, int seconds)
    {
        var (scaler, state, seen) = (new HorizontalScaler(settings), HorizontalScalerState.Empty, new List<int>());
        for (var i = 0; i < count; i++)
        {
            (state, var decision) = scaler.Decide(state, i * seconds * Second, Seen(replicas, queue));
            seen.Add(replicas = decision.Replicas);
        }

        return [.. seen];
    }

    private static ScaleObservation Seen(int replicas, int? queue) =>
        new(replicas, replicas, [queue is { } waiting ? new MetricReading.Total(waiting * 1000L) : MetricReading.Missing]);
}
