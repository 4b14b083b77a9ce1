using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Simulation;
using Infra.Core.Nodes;
using Infra.Core.Serving.Rollouts;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Where replicas are, and what comes in their place, computed by hand: a node takes 90 s to come, a replica 30 s for its image and 10 s to load; the provisioner and Ray look every 10 s.</summary>
public sealed class PlacesTests
{
    private const long Second = Platforms.Second;

    [Fact]
    public void Replicas_on_several_pools_work_at_the_speed_of_each()
    {
        var model = Platforms.Model(Platforms.Requests(100), replicas: 3) with
        {
            Places = [new ModelPlace(0, Platforms.Requests(100)), new ModelPlace(1, Platforms.Requests(40))],
            LoadBalancing = LoadBalancing.RoundRobin,
        };
        var platform = Platforms.Of(Platforms.Pool(1), model) with { Pools = [Platforms.Pool(1), Platforms.Pool(0, 5) with { Name = "a100", UsdPerHour = 4 }] };

        var result = platform.Run(Platforms.At(0, 0, 0, 0, 0, 0), new() { EndMicros = 3600 * Second });

        // One on the pool that is preferred and has one node, two on the other one, which grew before the beginning: each has two requests.
        Assert.Equal([40, 40, 80, 80, 100, 200], result.Models[0].Latency.Values());
        Assert.Equal([(1, 0.5m, 1.0), (2, 8m, 2.0)], result.Pools.Select(pool => (pool.Nodes[^1].Ready, pool.Usd!.Value, pool.GpuHoursAllocated)));
        Assert.Equal(360e-6, result.Models[0].GpuSecondsBusy, 9);
    }

    [Fact]
    public void A_replica_whose_node_is_taken_comes_again_on_the_other_pool()
    {
        var model = Platforms.Model(Platforms.Requests(100)) with { Places = [new ModelPlace(0, Platforms.Requests(100)), new ModelPlace(1, Platforms.Requests(40))] };
        var spot = Platforms.Pool(1) with { CapacityType = CapacityType.Spot, InterruptionsPerHour = 360, ColdStartMicros = 36_000 * Second };
        var platform = Platforms.Of(spot, model) with { Pools = [spot, Platforms.Pool(1) with { Name = "on-demand" }] };

        var result = platform.Run(Platforms.At(0, 3000 * Second), new() { EndMicros = 3001 * Second });

        // The node of the other pool is there, without the image: 40 s. That of the first pool comes ten hours later.
        Assert.Equal([40, 100], result.Models[0].Latency.Values());
        var notice = result.Events[0].AtMicros;
        Assert.Equal([new(0, 1, 1, 0, 0), new(notice, 1, 0, 1, 0), new(notice + (40 * Second), 1, 1, 0, 0)], result.Models[0].Replicas.AsEnumerable());
    }

    [Fact]
    public void A_group_replaces_a_node_that_is_taken_and_Karpenter_does_not()
    {
        var pool = Platforms.Pool(1) with { CapacityType = CapacityType.Spot, InterruptionsPerHour = 20, Launcher = NodeLauncher.Nobody };
        var model = Platforms.Model(Platforms.Requests(100), replicas: 0);

        var result = Platforms.Of(pool, model).Run([], new() { EndMicros = 3600 * Second });

        // Two are paid for while one has notice; another is ready 90 s after the notice.
        var notice = result.Events[0].AtMicros;
        Assert.Equal([new(0, 1, 0), new(notice, 1, 1), new(notice + (90 * Second), 2, 0), new(notice + (120 * Second), 1, 0)], result.Pools[0].Nodes.Take(4));
        Assert.Equal([SimulationEventKind.SpotNotice, SimulationEventKind.NodeLaunched, SimulationEventKind.NodeReady, SimulationEventKind.SpotTaken], result.Events.Take(4).Select(happening => happening.Kind));

        result = Platforms.Of(pool with { Launcher = NodeLauncher.Karpenter }, model).Run([], new() { EndMicros = 3600 * Second });
        Assert.Equal([new(0, 1, 0), new(notice + (120 * Second), 0, 0)], result.Pools[0].Nodes.AsEnumerable());
    }

    [Fact]
    public void A_replica_of_two_pods_on_one_node_is_lost_once()
    {
        var pool = Platforms.Pool(1) with { CapacityType = CapacityType.Spot, InterruptionsPerHour = 360, ColdStartMicros = 36_000 * Second, Gpus = 2, Room = Platforms.Pool(1).Room with { Devices = Platforms.OneGpu.Devices.SetItem("nvidia.com/gpu", 2) } };
        var model = Platforms.Model(Platforms.Requests(10_000 * Second)) with { Pods = [Platforms.OneGpu, Platforms.OneGpu], GraceMicros = 600 * Second, RequestTimeoutMicros = 20_000 * Second };

        var result = Platforms.Of(pool, model).Run(Platforms.At(0));

        Assert.Equal((1, 0), (result.Models[0].Requests.LostToSpot, result.Models[0].Requests.InFlight));
        Assert.Equal(2 * result.EndMicros / 1e6, result.Models[0].GpuSecondsAllocated, 6);
        Assert.Equal(2 * result.EndMicros / 1e6, result.Models[0].GpuSecondsBusy, 6);
    }

    [Fact]
    public void Replicas_on_one_node_wait_for_the_same_image()
    {
        var source = new MetricSource(ObservedMetric.Concurrency, 5 * Second, 0);
        var model = Platforms.Model(Platforms.Requests(300 * Second, servers: 3)) with { Control = new ReplicaControl.Horizontal(new HorizontalScalerSettings { Min = 1, Max = 3, Metrics = [new HorizontalMetric.AverageValue(source, 1000)] }) };
        var four = Platforms.Pool(0, 1) with { Name = "four", Gpus = 4, Room = Platforms.Pool(1).Room with { Devices = Platforms.OneGpu.Devices.SetItem("nvidia.com/gpu", 4) } };
        var platform = Platforms.Of(Platforms.Pool(1), model with { Places = [.. model.Places, new ModelPlace(1, model.Places[0].Profile)] }) with { Pools = [Platforms.Pool(1), four] };

        // Two at 15 s, whose node is there at 110 s; a third request is there at 121 s, and its replica, which is asked for at 135 s, waits for the same pull, until 140 s.
        var result = platform.Run(Platforms.At(0, 0, 121 * Second), new() { EndMicros = 200 * Second });

        Assert.Equal(
            [new(0, 1, 1, 0, 0), new(15 * Second, 2, 1, 1, 0), new(135 * Second, 3, 1, 2, 0), new(150 * Second, 3, 3, 0, 0)],
            result.Models[0].Replicas.AsEnumerable());
    }

    [Fact]
    public void What_has_no_place_waits_for_ever_and_its_requests_are_refused()
    {
        var result = Platforms.Of(Platforms.Pool(0), Platforms.Model(Platforms.Requests(100), replicas: 2)).Run(Platforms.At(0, 86_400 * 30 * Second));

        Assert.Equal(2, result.Models[0].Requests.WithoutReplica);
        Assert.Equal(new ReplicaStep(0, 2, 0, 2, 0), Assert.Single(result.Models[0].Replicas));
        Assert.Equal((0m, 30 * 86_400 * Second), (result.Usd, result.EndMicros));
        Assert.Equal(["model: 2 of its 2 replicas have no node at the end, and no pool of it may grow: t4"], result.Unknowns.AsEnumerable());
    }

    [Fact]
    public void Blue_and_green_run_in_full_beside_each_other_and_then_one_has_all_requests()
    {
        var model = Platforms.Model(Platforms.Requests(20 * Second), replicas: 2) with { Rollout = RolloutSettings.InPlace with { Strategy = RolloutStrategy.BlueGreen }, LoadBalancing = LoadBalancing.RoundRobin };

        var result = Platforms.Of(Platforms.Pool(2, 4), model).Run(Platforms.At(0, 130 * Second, 145 * Second), new() { EndMicros = 200 * Second, Rollouts = [new PlannedRollout(5 * Second, 0)] });

        // Two nodes are launched at 10 s and there at 100 s; at 140 s the new ones serve. The old one that works until 150 s ends then, the other at once.
        Assert.Equal(
            [new(0, 2, 2, 0, 0), new(5 * Second, 2, 2, 2, 0), new(140 * Second, 2, 2, 0, 1), new(150 * Second, 2, 2, 0, 0)],
            result.Models[0].Replicas.AsEnumerable());
        Assert.Equal((3, 20 * Second), (result.Models[0].Requests.Completed, result.Models[0].Latency.MaxMicros));
        Assert.Equal([5 * Second, 140 * Second], result.Events.Where(happening => happening.Kind is SimulationEventKind.RolloutStarted or SimulationEventKind.RolloutDone).Select(happening => happening.AtMicros));
        // 200 s of two, 60 s of two until they ended at 140 s and at 150 s, and 100 s of the new ones from 100 s on.
        Assert.Equal(140 + 150 + 100 + 100, result.Models[0].GpuSecondsAllocated);
    }

    [Fact]
    public void An_update_does_not_bring_back_what_its_autoscaler_took_away()
    {
        var source = new MetricSource(ObservedMetric.Concurrency, 5 * Second, 0);
        var rules = new ScalingRules(0, PolicySelect.Max, [new ScalingPolicy(true, 100, 15 * Second)], 0.1);
        var model = Platforms.Model(Platforms.Requests(60 * Second, servers: 4), replicas: 4) with
        {
            LoadBalancing = LoadBalancing.RoundRobin,
            GraceMicros = 600 * Second,
            Rollout = new RolloutSettings(RolloutStrategy.Rolling, new PodAmount(100, true), new PodAmount(0, false)),
            Control = new ReplicaControl.Horizontal(new HorizontalScalerSettings { Min = 1, Max = 4, Metrics = [new HorizontalMetric.AverageValue(source, 1000)], ScaleUp = rules, ScaleDown = rules }),
        };

        // Four are in work until 60 s, when as many new ones have come as there were; then none, and one replica is enough.
        var result = Platforms.Of(Platforms.Pool(8), model).Run(Platforms.At(0, 0, 0, 0), new() { EndMicros = 300 * Second, Rollouts = [new PlannedRollout(58 * Second, 0)] });

        Assert.Equal((4, 1), (result.Models[0].Requests.Completed, result.Models[0].Replicas[^1].Ready));
        Assert.Equal(SimulationEventKind.RolloutDone, result.Events[^1].Kind);
    }

    [Fact]
    public void Ray_counts_what_is_in_work_over_half_a_minute()
    {
        var ray = new RayScalerSettings { Min = 1, Max = 3, TargetOngoing = 1, UpscaleDelayMicros = 30 * Second, DownscaleDelayMicros = 60 * Second };
        var model = Platforms.Model(Platforms.Requests(200 * Second, servers: 3)) with { Control = new ReplicaControl.Ray(ray), LoadBalancing = LoadBalancing.LeastOfPair };

        var result = Platforms.Of(Platforms.Pool(1, 3), model).Run(Platforms.At(0, 0, 0), new() { EndMicros = 300 * Second });

        // Three from 10 s on, which lasts at 40 s; the provisioner has looked just before, and launches at 50 s: nodes at 140 s, replicas at 180 s. From 210 s on fewer, two on average at first; at 270 s that has lasted.
        Assert.Equal(
            [new(0, 1, 1, 0, 0), new(40 * Second, 3, 1, 2, 0), new(180 * Second, 3, 3, 0, 0), new(270 * Second, 1, 1, 0, 0)],
            result.Models[0].Replicas.AsEnumerable());
    }
}
