using FsCheck;
using FsCheck.Fluent;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Capacity.Traces;
using Infra.Core.Nodes;
using Infra.Core.Serving.Rollouts;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>On any platform and under any load every request has exactly one outcome, nobody waits less than no time, and the same input gives the same result.</summary>
public sealed class ConservationTests
{
    private const long Second = Platforms.Second;

    private static readonly Gen<ServiceProfile> _profiles = Gen.OneOf(
        from servers in Gen.Choose(1, 3)
        from batch in Gen.Choose(1, 8)
        from delay in Gen.Choose(0, 50_000)
        from kind in Gen.Elements(ServiceSpread.Deterministic, ServiceSpread.Exponential, ServiceSpread.Measured(1, 2, 9))
        select (ServiceProfile)(Platforms.Requests(1, servers, kind) with
        {
            BatchTimes = new TimeCurve(new TimePoint(1, 200_000), new TimePoint(8, 700_000)),
            MaxBatchSize = batch,
            MaxBatchDelayMicros = delay,
            CpuMicrosPerRequest = 150_000,
            GpuBusyShare = 0.7,
        }),
        from sequences in Gen.Choose(1, 6)
        from cache in Gen.Choose(60, 600)
        from budget in Gen.Choose(6, 100)
        from growth in Gen.Elements(0.0, 3.5)
        select (ServiceProfile)new TokenProfile
        {
            Source = "test",
            IsEstimate = true,
            MaxSequences = sequences,
            KvTokens = cache,
            MaxBatchedTokens = budget,
            DecodeMicrosPerCachedToken = growth,
            PrefillTimes = new TimeCurve(new TimePoint(1, 1_000), new TimePoint(100, 50_000)),
            DecodeTimes = new TimeCurve(new TimePoint(1, 10_000), new TimePoint(6, 15_000)),
        });

    private static readonly Gen<ReplicaControl> _controls = Gen.Elements<ReplicaControl>(
        new ReplicaControl.Fixed(),
        new ReplicaControl.Horizontal(new HorizontalScalerSettings { Min = 1, Max = 4, Metrics = [new HorizontalMetric.Utilization(new MetricSource(ObservedMetric.Cpu, 15 * Second, 15 * Second), 60, 1000)] }),
        new ReplicaControl.Ray(new RayScalerSettings { Min = 0, Max = 4, TargetOngoing = 2, UpscaleDelayMicros = 10 * Second, DownscaleDelayMicros = 20 * Second }),
        new ReplicaControl.Keda(new KedaScalerSettings
        {
            Min = 0,
            Max = 3,
            CooldownMicros = 20 * Second,
            Triggers = [new KedaTrigger.Demand(new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.ArrivalsPerSecond, 10 * Second, 60 * Second), 1000), 0)],
            Horizontal = new HorizontalScalerSettings { Min = 1, Max = 3, Metrics = [new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.ArrivalsPerSecond, 10 * Second, 60 * Second), 1000)] },
        }));

    private static readonly Gen<SimulatedModel> _models =
        from profile in _profiles
        from control in _controls
        from replicas in Gen.Choose(0, 3)
        from limit in Gen.Elements<int?>(null, 0, 3)
        from timeout in Gen.Choose(1, 20)
        from grace in Gen.Choose(0, 5)
        from balancing in Gen.Elements(Enum.GetValues<LoadBalancing>())
        from without in Gen.Elements(Enum.GetValues<WithoutReplicas>())
        from strategy in Gen.Elements(RolloutStrategy.Rolling, RolloutStrategy.BlueGreen, RolloutStrategy.Canary)
        select Platforms.Model(profile, replicas) with
        {
            Control = control,
            QueueLimit = limit,
            RequestTimeoutMicros = timeout * Second,
            GraceMicros = grace * Second,
            LoadBalancing = balancing,
            WithoutReplicas = without,
            Start = new StartTimes(5 * Second, Second, Second, 2 * Second),
            Rollout = RolloutSettings.InPlace with { Strategy = strategy, CandidateReplicas = 1, CandidateShare = 0.3 },
        };

    private static readonly Gen<(SimulatedPlatform Platform, SimulationOptions Options, double Gap)> _cases =
        from first in _models
        from second in _models
        from min in Gen.Choose(0, 3)
        from sharing in Gen.Elements(GpuSharingMode.None, GpuSharingMode.TimeSlicing, GpuSharingMode.Mig)
        from spot in Gen.Elements(0.0, 60.0)
        from seed in Gen.Choose(1, 1_000_000)
        from gap in Gen.Choose(20_000, 2_000_000)
        from end in Gen.Elements<long?>(null, 100 * Second)
        let pool = Platforms.Pool(min, 4) with
        {
            ColdStartMicros = 8 * Second,
            Sharing = sharing,
            PartsPerGpu = sharing == GpuSharingMode.None ? 1 : 2,
            InterruptionsPerHour = spot,
            CapacityType = spot > 0 ? CapacityType.Spot : CapacityType.OnDemand,
            Room = Platforms.Pool(1).Room with { Devices = Platforms.OneGpu.Devices.SetItem("nvidia.com/gpu", sharing == GpuSharingMode.None ? 1 : 2) },
            IdleMicros = 20 * Second,
        }
        select (
            Platforms.Of(pool, first, second with { Name = "other" }) with { RoomHolders = [new RoomHolder(0, 1, Platforms.OneGpu)] },
            new SimulationOptions { Seed = seed, EndMicros = end, Rollouts = [new PlannedRollout(30 * Second, 0), new PlannedRollout(40 * Second, 1)] },
            (double)gap);

    [Fact]
    public void Every_request_has_one_outcome()
    {
        var all = new long[9];
        Prop.ForAll(_cases.ToArbitrary(), test =>
        {
            var result = test.Platform.Run(Traffic(test.Options.Seed, test.Gap), test.Options);

            var counts = result.Models.Select(model => model.Requests).ToArray();
            Assert.All(counts, count => Assert.Equal(count.Arrived, count.Completed + count.Rejected + count.TimedOut + count.Lost + count.InFlight));
            Assert.All(counts, count => Assert.True(count is { InFlight: >= 0 } && (test.Options.EndMicros is not null || count.InFlight == 0), $"{count}"));
            Assert.Equal(Traffic(test.Options.Seed, test.Gap).Count(request => !(request.AtMicros > test.Options.EndMicros)), counts.Sum(count => count.Arrived));
            Assert.All(result.Models, Agrees);
            Assert.All(result.Pools, pool => Assert.InRange(pool.GpuHoursAllocated, 0, pool.GpuHours + 1e-9));
            Assert.All(result.Pools, pool => Assert.InRange(pool.GpuHoursBusy, 0, pool.GpuHoursAllocated + 1e-9));
            Assert.Equal(result.Models.Sum(model => model.GpuSecondsBusy), result.Pools.Sum(pool => pool.GpuHoursBusy) * 3600, 3);
            Assert.Equal(Results.Text(result), Results.Text(test.Platform.Run(Traffic(test.Options.Seed, test.Gap), test.Options)));
            foreach (var (kind, count) in counts.SelectMany(Outcomes))
            {
                all[kind] += count;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20_261_122, 1));

        // Platforms on which nothing is ever lost would show nothing.
        Assert.All(all, count => Assert.True(count > 5, string.Join(", ", all)));
    }

    private static IEnumerable<(int Kind, long Count)> Outcomes(RequestCounts counts) =>
        ((long[])[counts.Completed, counts.WithoutReplica, counts.QueueFull, counts.TooLong, counts.TimedOutWaiting, counts.TimedOutInService, counts.LostAtGrace, counts.LostToSpot, counts.InFlight]).Select((count, kind) => (kind, count));

    private static void Agrees(ModelResult model)
    {
        Assert.Equal(model.Requests.Completed, model.Latency.Count);
        Assert.InRange(model.Waiting.Count, model.Requests.Completed, model.Requests.Arrived);
        Assert.Equal(model.Requests.Arrived, model.Intervals.Sum(interval => interval.Arrived));
        Assert.Equal(model.Requests.Completed, model.Intervals.Sum(interval => interval.Completed));
        Assert.Equal(model.Requests.Rejected + model.Requests.TimedOut + model.Requests.Lost, model.Intervals.Sum(interval => interval.Failed));
        Assert.InRange(model.GpuSecondsBusy, 0, model.GpuSecondsAllocated + 1e-6);
        Assert.Equal(model.GpuSecondsAllocated, model.Intervals.Sum(interval => interval.GpuSecondsHeld), 4);
        Assert.Equal(model.GpuSecondsBusy, model.Intervals.Sum(interval => interval.GpuSecondsBusy), 4);
        Assert.All(model.Intervals, interval => Assert.Equal(interval.Completed > 0, interval.Latency is not null));
        Assert.All(model.Replicas, step => Assert.True(step is { Ready: >= 0, Starting: >= 0, Ending: >= 0 }, $"{step}"));
        Assert.InRange(model.Latency.MaxMicros, 0, 20 * Second);
    }

    private static IEnumerable<TraceRequest> Traffic(long seed, double gap) =>
        TheoryTests.Poisson(seed, gap, (int)Math.Min(2000, 100 * Second / gap)).Select((request, i) => request with { Model = i % 3 == 0 ? 1 : 0, InputTokens = (i * 7) % 60, OutputTokens = 1 + ((i * 13) % 40) });
}
