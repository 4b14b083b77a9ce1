using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Models that sleep, as the plan has them: they scale on a metric of their own pods, and a fallback holds while it is missing.</summary>
public sealed class SleepTests
{
    private const long Second = Platforms.Second;

    private static readonly HorizontalMetric.AverageValue _queue = new(new MetricSource(ObservedMetric.QueueDepth, 15 * Second, 0), 1000);
    private static readonly HorizontalMetric.AverageValue _arrivals = new(new MetricSource(ObservedMetric.ArrivalsPerSecond, 15 * Second, 60 * Second), 1_000_000_000_000);

    private static readonly KedaScalerSettings _settings = new()
    {
        Min = 0,
        Max = 4,
        PollingMicros = 30 * Second,
        CooldownMicros = 60 * Second,
        Triggers = [new KedaTrigger.Demand(_queue, 0), new KedaTrigger.Demand(_arrivals, 0)],
        Signal = 1,
        Fallback = new KedaFallback(1, 3, KeepsMore: true),
        Horizontal = new HorizontalScalerSettings { Min = 1, Max = 4, Metrics = [_queue, _arrivals] },
    };

    [Theory]
    [InlineData(30)]
    [InlineData(5)] // four looks before anything was measured
    public void A_model_for_which_nobody_asks_sleeps_all_day(int polling)
    {
        var model = Platforms.Model(Platforms.Requests(Second), replicas: 0) with { Control = new ReplicaControl.Keda(_settings with { PollingMicros = polling * Second }) };

        var result = Platforms.Of(Platforms.Pool(0, 1), model).Run([], new() { EndMicros = 86_400 * Second });

        Assert.Empty(result.Events);
        Assert.Equal(0m, result.Usd);
    }

    [Fact]
    public void A_model_of_which_nobody_says_what_it_does_has_no_request_in_its_queue()
    {
        var model = Platforms.Model(Platforms.Requests(Second)) with { Places = [new ModelPlace(0, null)], Control = new ReplicaControl.Keda(_settings with { Min = 1, Fallback = new KedaFallback(2, 3, KeepsMore: true) }) };

        Assert.Empty(Platforms.Of(Platforms.Pool(1, 2), model).Run([], new() { EndMicros = 3600 * Second }).Events);
    }

    [Theory]
    [InlineData(ObservedMetric.QueueDepth, 0)]
    [InlineData(ObservedMetric.Gpu, 120)]
    [InlineData(ObservedMetric.TokensPerSecond, 120)]
    public void What_is_measured_for_the_first_time_later_is_no_fault_until_then(ObservedMetric metric, int window)
    {
        var asked = new HorizontalMetric.AverageValue(new MetricSource(metric, 30 * Second, window * Second), 1000);
        var settings = _settings with { Min = 1, PollingMicros = 5 * Second, Triggers = [new KedaTrigger.Demand(asked, 0)], Signal = null, Fallback = new KedaFallback(2, 3, KeepsMore: true), Horizontal = _settings.Horizontal with { Metrics = [asked] } };

        Assert.Empty(Platforms.Of(Platforms.Pool(1, 2), Platforms.Model(Platforms.Requests(Second)) with { Control = new ReplicaControl.Keda(settings) }).Run([], new() { EndMicros = 600 * Second }).Events);
    }

    [Fact]
    public void A_queue_that_went_with_its_replica_asks_for_nothing()
    {
        // One replica with nine requests waiting at it, for which more come after five minutes. Its node is taken before; then nobody knows of them.
        var pool = Platforms.Pool(1) with { CapacityType = Core.Nodes.CapacityType.Spot, InterruptionsPerHour = 60, Max = 4, ColdStartMicros = 1000 * Second };
        var model = Platforms.Model(Platforms.Requests(100_000 * Second)) with
        {
            GraceMicros = 0,
            Control = new ReplicaControl.Horizontal(new HorizontalScalerSettings { Min = 1, Max = 4, Metrics = [_queue], ScaleUp = ScalingRules.DefaultUp with { WindowMicros = 300 * Second } }),
        };

        var result = Platforms.Of(pool, model).Run(Platforms.At([.. Enumerable.Repeat(0L, 10)]), new() { EndMicros = 900 * Second });

        Assert.Equal(10, result.Models[0].Requests.LostToSpot);
        Assert.DoesNotContain(result.Events, happening => happening.Kind == SimulationEventKind.Scaled);
    }
}
