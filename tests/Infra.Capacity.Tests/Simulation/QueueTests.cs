using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Workers of a queue, computed by hand: a node takes 90 s to come, a replica 30 s for its image and 10 s to load; the provisioner looks every 10 s, KEDA every 30 s and its autoscaler every 15 s.</summary>
public sealed class QueueTests
{
    private const long Second = Platforms.Second;

    private static readonly HorizontalMetric.AverageValue _messages = new(new MetricSource(ObservedMetric.Messages, 0, 0), 2000);

    private static readonly SimulatedModel _worker = Platforms.Model(Platforms.Requests(10 * Second), replicas: 0) with
    {
        WithoutReplicas = WithoutReplicas.WaitsInQueue,
        Control = new ReplicaControl.Keda(new KedaScalerSettings
        {
            Min = 0,
            Max = 2,
            CooldownMicros = 60 * Second,
            Triggers = [new KedaTrigger.Demand(_messages, 0)],
            Horizontal = new HorizontalScalerSettings { Min = 1, Max = 2, Metrics = [_messages] },
        }),
    };

    [Fact]
    public void Messages_wake_workers_that_take_one_after_the_other_and_sleep_when_none_is_left()
    {
        var result = Platforms.Of(Platforms.Pool(0, 2), _worker).Run(Platforms.At(0, 0, 0, 0, 0, 0), new() { EndMicros = 300 * Second });

        // At 30 s KEDA wakes the model, and its autoscaler wants three for six messages, at most two. Their nodes are launched at once and there at 120 s; at 160 s each takes a message, and so every 10 s until 190 s. KEDA sees the
        // last ones in work at 180 s, and takes both at the first look more than 60 s later.
        Assert.Equal([160, 160, 170, 170, 180, 180], Seconds(result.Models[0].Waiting.Values()));
        Assert.Equal([170, 170, 180, 180, 190, 190], Seconds(result.Models[0].Latency.Values()));
        Assert.Equal([new(0, 0, 0, 0, 0), new(30 * Second, 2, 0, 2, 0), new(160 * Second, 2, 2, 0, 0), new(270 * Second, 0, 0, 0, 0)], result.Models[0].Replicas.AsEnumerable());
        Assert.Equal([ScaleReason.Woken, ScaleReason.AtMost, ScaleReason.Asleep], result.Events.Where(happening => happening.Kind == SimulationEventKind.Scaled).Select(happening => happening.Reason!.Value));
    }

    [Fact]
    public void An_autoscaler_that_has_slept_with_its_model_stabilises_nothing()
    {
        var control = (ReplicaControl.Keda)_worker.Control;
        var slow = control.Settings with { Horizontal = control.Settings.Horizontal with { ScaleUp = ScalingRules.DefaultUp with { WindowMicros = 300 * Second } } };

        var result = Platforms.Of(Platforms.Pool(0, 2), _worker with { Control = new ReplicaControl.Keda(slow) }).Run(Platforms.At([.. Enumerable.Repeat(600 * Second, 6)]), new() { EndMicros = 700 * Second });

        // Its first recommendation is the 0 that it found at 15 s; while the model sleeps it makes none. So at 630 s two come at once.
        Assert.Equal([new(0, 0, 0, 0, 0), new(630 * Second, 2, 0, 2, 0)], result.Models[0].Replicas.AsEnumerable());
    }

    [Fact]
    public void A_worker_gathers_a_batch_from_the_queue()
    {
        var profile = Platforms.Requests(10 * Second) with { BatchTimes = Service.TimeCurve.Constant(10 * Second), MaxBatchSize = 4, MaxBatchDelayMicros = 3 * Second };

        var result = Platforms.Of(_worker with { Replicas = 1, Places = [new ModelPlace(0, profile)], Control = new ReplicaControl.Fixed() }).Run(Platforms.At(0, 0, 0, 0, 0, 0, 0));

        // Four at once; the three that are left wait for a fourth until 13 s, 3 s after the worker took them.
        Assert.Equal([0, 0, 0, 0, 13, 13, 13], Seconds(result.Models[0].Waiting.Values()));
    }

    [Fact]
    public void Messages_wait_for_whoever_is_never_there_until_the_queue_forgets_them()
    {
        var result = Platforms.Of(Platforms.Pool(0), _worker with { RequestTimeoutMicros = 345_600 * Second }).Run(Platforms.At(0, Second));

        Assert.Equal((2, 345_601 * Second), (result.Models[0].Requests.TimedOutWaiting, result.EndMicros));
        Assert.Equal(0m, result.Usd);
    }

    // A histogram tells the least value of a bucket, up to 0.4 % less.
    private static IEnumerable<long> Seconds(IEnumerable<long> micros) => micros.Select(value => (long)Math.Round(value * 1.002 / Second));
}
