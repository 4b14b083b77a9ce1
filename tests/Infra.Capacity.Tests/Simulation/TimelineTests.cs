using Infra.Capacity.Simulation;
using Infra.Core.Nodes;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>What is shown over time, computed by hand: a request takes 3 s, intervals have 10 s.</summary>
public sealed class TimelineTests
{
    private const long Second = Platforms.Second;

    private static readonly SimulationOptions _by10 = new() { IntervalMicros = 10 * Second, EndMicros = 30 * Second };

    [Fact]
    public void Latency_and_work_fall_into_the_interval_in_which_they_are()
    {
        // At 1, 2 and 9 s: answered at 4, 7 and 12 s. Work from 1 to 7 and from 9 to 12 s.
        var result = Platforms.Of(Platforms.Model(Platforms.Requests(3 * Second))).Run(Platforms.At(Second, 2 * Second, 9 * Second), _by10);

        // A percentile of several is the middle of a bucket: within 1/256.
        Assert.Equal(
            [
                new TrafficInterval { AtMicros = 0, Arrived = 3, Completed = 2, Failed = 0, Latency = new IntervalLatency(4 * Second, 3 * Second, 5 * Second, 5 * Second, 5 * Second), GpuSecondsHeld = 10, GpuSecondsBusy = 7 },
                new TrafficInterval { AtMicros = 10 * Second, Arrived = 0, Completed = 1, Failed = 0, Latency = new IntervalLatency(3 * Second, 3 * Second, 3 * Second, 3 * Second, 3 * Second), GpuSecondsHeld = 10, GpuSecondsBusy = 2 },
                new TrafficInterval { AtMicros = 20 * Second, Arrived = 0, Completed = 0, Failed = 0, GpuSecondsHeld = 10, GpuSecondsBusy = 0 },
            ],
            result.Models[0].Intervals.AsEnumerable());
        Assert.Equal([0.7, 0.2, 0], result.Models[0].Intervals.Select(interval => interval.GpuBusy!.Value));
        Assert.Equal([new GpuInterval(0, 10, 10, 7), new GpuInterval(10 * Second, 10, 10, 2), new GpuInterval(20 * Second, 10, 10, 0)], result.Pools[0].Intervals.AsEnumerable());
        Assert.Equal(9 / 3600.0, result.Pools[0].GpuHoursBusy, 12);
    }

    [Fact]
    public void What_happens_at_the_end_of_an_interval_belongs_to_the_next()
    {
        // Answered at 10 s, and sent at 10 s.
        var result = Platforms.Of(Platforms.Model(Platforms.Requests(3 * Second))).Run(Platforms.At(7 * Second, 10 * Second), _by10 with { EndMicros = null });

        Assert.Equal([(1L, 0L), (1, 2)], result.Models[0].Intervals.Select(interval => (interval.Arrived, interval.Completed)));
        Assert.Equal(13 * Second, result.EndMicros);
        Assert.Equal([3, 3], result.Models[0].Intervals.Select(interval => interval.GpuSecondsBusy));
    }

    [Fact]
    public void The_95th_of_a_hundred_is_no_longer_the_mean()
    {
        // Each waits for those before it: 1 s, 2 s … 100 s, all answered within one interval.
        var result = Platforms.Of(Platforms.Model(Platforms.Requests(Second))).Run(Enumerable.Repeat(0L, 100).SelectMany(at => Platforms.At(at)), new() { IntervalMicros = 1000 * Second });

        var latency = Assert.Single(result.Models[0].Intervals).Latency!.Value;
        Assert.Equal(50.5 * Second, latency.MeanMicros);
        Assert.Equal(50 * Second, latency.P50Micros, Second / 2.0);
        Assert.Equal(95 * Second, latency.P95Micros, Second / 2.0);
        Assert.Equal(99 * Second, latency.P99Micros, Second / 2.0);
        Assert.Equal(100 * Second, latency.MaxMicros);
    }

    [Fact]
    public void A_pool_without_nodes_pays_for_nothing_and_holds_nothing()
    {
        var model = Platforms.Model(Platforms.Requests(Second), replicas: 0);

        var result = Platforms.Of(Platforms.Pool(0), model).Run(Platforms.At(Second), _by10);

        Assert.Equal([new GpuInterval(0, 0, 0, 0), new GpuInterval(10 * Second, 0, 0, 0), new GpuInterval(20 * Second, 0, 0, 0)], result.Pools[0].Intervals.AsEnumerable());
        Assert.All(result.Models[0].Intervals, interval => Assert.Null(interval.GpuBusy));
    }

    [Fact]
    public void Room_that_is_kept_free_is_paid_for_and_held_by_nobody()
    {
        var platform = Platforms.Of(Platforms.Pool(1, 2), Platforms.Model(Platforms.Requests(Second))) with { RoomHolders = [new(0, 1, Platforms.OneGpu)] };

        var result = platform.Run(Platforms.At(Second), new() { EndMicros = 400 * Second, IntervalMicros = 400 * Second });

        // The second node, for the room, is launched when the provisioner looks at 10 s.
        Assert.Equal([new GpuInterval(0, 790, 400, 1)], result.Pools[0].Intervals.AsEnumerable());
        Assert.Equal(400 / 3600.0, result.Pools[0].GpuHoursAllocated, 12);
    }

    [Fact]
    public void Work_of_replicas_that_are_gone_stays_with_their_pool()
    {
        // Notice of EC2 takes every node within the hour; what they did is in the sums.
        var pool = Platforms.Pool(2, 4) with { CapacityType = CapacityType.Spot, InterruptionsPerHour = 6 };
        var result = Platforms.Of(pool, Platforms.Model(Platforms.Requests(3 * Second), replicas: 2)).Run(TheoryTests.Poisson(1, 2_000_000, 1800), new() { EndMicros = 3600 * Second });

        Assert.Contains(result.Events, one => one.Kind == SimulationEventKind.SpotTaken);
        Assert.Equal(result.Models[0].GpuSecondsBusy, result.Pools[0].GpuHoursBusy * 3600, 6);
        Assert.Equal(result.Models[0].GpuSecondsBusy, result.Models[0].Intervals.Sum(interval => interval.GpuSecondsBusy), 6);
    }
}
