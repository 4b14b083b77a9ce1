using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Core.Nodes;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Replicas and nodes over time, computed by hand: a node takes 90 s to come, a replica 30 s for its image and 10 s to load; the provisioner looks every 10 s, autoscalers every 15 s.</summary>
public sealed class FleetTests
{
    private const long Second = Platforms.Second;

    private static readonly HorizontalScalerSettings _oneInWork = new()
    {
        Min = 1,
        Max = 3,
        Metrics = [new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.Concurrency, 5 * Second, 0), 1000)],
    };

    [Fact]
    public void More_replicas_come_when_their_nodes_are_there_and_have_loaded()
    {
        var model = Platforms.Model(Platforms.Requests(200 * Second, servers: 3)) with { Control = new ReplicaControl.Horizontal(_oneInWork) };

        var result = Platforms.Of(Platforms.Pool(1, 2), model).Run(Platforms.At(1, 2, 3), new() { EndMicros = 300 * Second });

        // At 15 s three requests are in work: three replicas are asked for. At 20 s the provisioner launches the one node that the pool may have more; it is there at 110 s, and the replica at 150 s. The third one waits for ever; at
        // 200 s the requests are done, but for 300 s after the last wish for three nothing goes.
        Assert.Equal(
            [new(0, 1, 1, 0, 0), new(15 * Second, 3, 1, 2, 0), new(150 * Second, 3, 2, 1, 0)],
            result.Models[0].Replicas.AsEnumerable());
        Assert.Equal(
            [new(0, 1, 0), new(20 * Second, 1, 1), new(110 * Second, 2, 0)],
            result.Pools[0].Nodes.AsEnumerable());
        Assert.Equal(
            [
                new(15 * Second, SimulationEventKind.Scaled, 0, 1, 3, ScaleReason.Metrics),
                new(20 * Second, SimulationEventKind.NodeLaunched, 0, 1, 2, null),
                new(110 * Second, SimulationEventKind.NodeReady, 0, 2, 2, null),
            ],
            result.Events.AsEnumerable());
        // 300 s of one node and 280 s of the other, at 0.50 an hour. One GPU from 0 on, one from 110 s on, 200 s of work.
        Assert.Equal(0.080556m, result.Usd);
        Assert.Equal(490, result.Models[0].GpuSecondsAllocated);
        Assert.Equal(200, result.Models[0].GpuSecondsBusy, 5);
        Assert.Equal(490 / 3600.0, result.Pools[0].GpuHoursAllocated, 9);
    }

    [Fact]
    public void Replicas_of_the_beginning_have_run_before()
    {
        // Two on a node of four GPUs. Each request takes 100 ms of CPU, and two come in each 100 ms: a core for each replica, which asks for two at 50 %.
        var pool = Platforms.Pool(1) with { Gpus = 4, Room = Platforms.Pool(1).Room with { CpuMillis = 8000, Devices = Platforms.OneGpu.Devices.SetItem("nvidia.com/gpu", 4) } };
        var model = Platforms.Model(Platforms.Requests(50_000) with { CpuMicrosPerRequest = 100_000 }, replicas: 2) with
        {
            LoadBalancing = LoadBalancing.RoundRobin,
            Control = new ReplicaControl.Horizontal(new HorizontalScalerSettings { Min = 1, Max = 4, Metrics = [new HorizontalMetric.Utilization(new MetricSource(ObservedMetric.Cpu, 15 * Second, 15 * Second), 50, 1000)] }),
        };

        var result = Platforms.Of(pool, model).Run(Platforms.At([.. Enumerable.Range(0, 1200).Select(i => i * 50_000L)]), new() { EndMicros = 60 * Second });

        // CPU is known with its second measurement, at 30 s; the others start from the image that the node has, in 1 s and 10 s.
        Assert.Equal([new(0, 2, 2, 0, 0), new(30 * Second, 4, 2, 2, 0), new(41 * Second, 4, 4, 0, 0)], result.Models[0].Replicas.AsEnumerable());
    }

    [Fact]
    public void A_model_that_sleeps_is_woken_by_those_it_refuses_and_sleeps_again()
    {
        var settings = new KedaScalerSettings
        {
            Min = 0,
            Max = 1,
            PollingMicros = 30 * Second,
            CooldownMicros = 60 * Second,
            Triggers = [new KedaTrigger.Demand(new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.ArrivalsPerSecond, 15 * Second, 60 * Second), 1000), 0)],
            Horizontal = new HorizontalScalerSettings { Min = 1, Max = 1, Metrics = [new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.ArrivalsPerSecond, 15 * Second, 60 * Second), 1000)] },
        };
        var model = Platforms.Model(Platforms.Requests(Second), replicas: 0) with { Control = new ReplicaControl.Keda(settings) };

        var result = Platforms.Of(Platforms.Pool(1), model).Run(Platforms.At(20 * Second, 80 * Second), new() { EndMicros = 300 * Second });

        // The request at 20 s is counted at 30 s, and so a rate from the second measurement on; the one at 30 s comes after the look of that time. At 60 s KEDA wakes the model, 40 s later it serves: the second request is refused too.
        Assert.Equal(2, result.Models[0].Requests.WithoutReplica);
        Assert.Equal([(60L, 1), (210L, 0)], result.Events.Select(happening => (happening.AtMicros / Second, happening.To)));
        Assert.Equal([new(0, 0, 0, 0, 0), new(60 * Second, 1, 0, 1, 0), new(100 * Second, 1, 1, 0, 0), new(210 * Second, 0, 0, 0, 0)], result.Models[0].Replicas.AsEnumerable());
    }

    [Fact]
    public void An_update_in_place_waits_for_what_is_in_work_and_loses_what_takes_longer_than_the_grace_period()
    {
        var model = Platforms.Model(Platforms.Requests(20 * Second), replicas: 2) with { LoadBalancing = LoadBalancing.RoundRobin };

        // Both replicas have two requests: the first one of each ends at 20 s, the second one would at 40 s.
        var result = Platforms.Of(model).Run(Platforms.At(0, 0, 0, 0), new() { EndMicros = 200 * Second, Rollouts = [new PlannedRollout(5 * Second, 0)] });

        // One is told to end at 5 s and has until 35 s, which is how long the new one waits for its place; the node has the image, so that it serves at 46 s. Then the other one goes at once, and its place is filled at 57 s.
        Assert.Equal((3, 1), (result.Models[0].Requests.Completed, result.Models[0].Requests.LostAtGrace));
        Assert.Equal(
            [
                new(0, 2, 2, 0, 0), new(5 * Second, 2, 1, 1, 1), new(35 * Second, 2, 1, 1, 0), new(46 * Second, 2, 1, 1, 0), new(57 * Second, 2, 2, 0, 0),
            ],
            result.Models[0].Replicas.AsEnumerable());
        Assert.Equal([SimulationEventKind.RolloutStarted, SimulationEventKind.RolloutDone], result.Events.Select(happening => happening.Kind));
        Assert.Equal([5 * Second, 57 * Second], result.Events.Select(happening => happening.AtMicros));
    }

    [Fact]
    public void Requests_of_a_node_that_is_taken_back_have_the_grace_period_but_at_most_two_minutes()
    {
        var pool = Platforms.Pool(1) with { CapacityType = CapacityType.Spot, InterruptionsPerHour = 360 };
        var model = Platforms.Model(Platforms.Requests(10_000 * Second)) with { GraceMicros = 600 * Second, RequestTimeoutMicros = 20_000 * Second };

        var result = Platforms.Of(pool, model).Run(Platforms.At(0));

        var notice = result.Events.First(happening => happening.Kind == SimulationEventKind.SpotNotice);
        Assert.Equal(1, result.Models[0].Requests.LostToSpot);
        Assert.Equal(notice.AtMicros + (120 * Second), result.EndMicros);
    }

    [Fact]
    public void Pods_that_hold_room_give_way_and_a_node_comes_for_them()
    {
        var model = Platforms.Model(Platforms.Requests(200 * Second, servers: 3)) with { Control = new ReplicaControl.Horizontal(_oneInWork with { Max = 2 }) };
        var platform = Platforms.Of(Platforms.Pool(2, 3), model) with { RoomHolders = [new RoomHolder(0, 1, Platforms.OneGpu)] };

        var result = platform.Run(Platforms.At(1, 2), new() { EndMicros = 150 * Second });

        // The replica of 15 s starts at once, and at 20 s a node is asked for in the place of its own.
        Assert.Equal([new(0, 1, 1, 0, 0), new(15 * Second, 2, 1, 1, 0), new(55 * Second, 2, 2, 0, 0)], result.Models[0].Replicas.AsEnumerable());
        Assert.Equal([new(0, 2, 0), new(20 * Second, 2, 1), new(110 * Second, 3, 0)], result.Pools[0].Nodes.AsEnumerable());
    }

    [Theory]
    [InlineData(GpuSharingMode.TimeSlicing, 0.5, 150)] // alone for the whole of its time, or beside the other for the whole of it
    [InlineData(GpuSharingMode.Mps, 0.5, 150)] // half of its time on half of the GPU
    [InlineData(GpuSharingMode.Mig, 1.0, 200)]
    [InlineData(GpuSharingMode.None, 1.0, 100)]
    public void Sharing_a_gpu_makes_the_work_on_it_longer(GpuSharingMode mode, double busyShare, long beside)
    {
        var pool = Platforms.Pool(1) with { Sharing = mode, PartsPerGpu = mode == GpuSharingMode.None ? 1 : 2, Gpus = mode == GpuSharingMode.None ? 2 : 1, Room = Platforms.Pool(1).Room with { Devices = Platforms.OneGpu.Devices.SetItem("nvidia.com/gpu", 2) } };
        var profile = Platforms.Requests(100) with { GpuBusyShare = busyShare };

        var result = Platforms.Of(pool, Platforms.Model(profile), Platforms.Model(profile) with { Name = "other" }).Run([new(0, 0, 0, 0), new(10, 1, 0, 0)]);

        Assert.Equal(mode == GpuSharingMode.TimeSlicing ? 100 : beside, result.Models[0].Latency.MaxMicros);
        Assert.Equal(beside, result.Models[1].Latency.MaxMicros);
    }

    [Fact]
    public void A_profile_of_a_piece_is_not_made_slower_on_that_piece()
    {
        var pool = Platforms.Pool(1) with { Sharing = GpuSharingMode.Mig, PartsPerGpu = 7 };
        var profile = Platforms.Requests(100) with { MeasuredGpuShare = 1.0 / 7 };

        Assert.Equal(100, Platforms.Of(pool, Platforms.Model(profile)).Run(Platforms.At(0)).Models[0].Latency.MaxMicros);
    }
}
