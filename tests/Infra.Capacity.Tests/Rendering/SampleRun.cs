using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Rendering;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Capacity.Statistics;
using Infra.Core.Nodes;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Tests.Rendering;

/// <summary>A simulation of an hour with two models, as somebody might have run it.</summary>
internal static class SampleRun
{
    public const long Hour = 3_600_000_000;

    /// <summary>A language model that scales from one replica to two and misses a promise, and a classifier that nobody asks.</summary>
    public static SimulatedRun Create(long slowMicros = 12_000_000, decimal usd = 1.578m) => new(
        new SimulatedPlatform
        {
            Environment = "dev",
            Models = [Model("assistant", Tokens()), Model("image-classifier", null)],
            Pools = [Pool()],
            NodeProvisioning = new NodeProvisionerSettings { ScanMicros = 10_000_000, IdleMicros = 600_000_000, DelayAfterAddMicros = 600_000_000, MostRemovals = 10 },
        },
        new SimulationResult
        {
            Seed = 1,
            EndMicros = Hour,
            Models = [Asked(slowMicros), Idle()],
            Pools =
            [
                new PoolResult
                {
                    Name = "t4",
                    Nodes = [new NodeStep(0, 1, 0), new NodeStep(Hour / 2, 1, 1), new NodeStep(Hour * 3 / 4, 2, 0)],
                    Intervals = [.. Enumerable.Range(0, 60).Select(minute => new GpuInterval(minute * 60_000_000L, minute < 30 ? 60 : 120, minute < 45 ? 60 : 120, 25))],
                    NodeHours = 1.5,
                    GpuHours = 1.5,
                    GpuHoursAllocated = 1.25,
                    GpuHoursBusy = 1500 / 3600.0,
                    Usd = usd,
                },
            ],
            Events = [new SimulationEvent(Hour / 2, SimulationEventKind.Scaled, 0, 1, 2, ScaleReason.Metrics), new SimulationEvent(Hour / 2, SimulationEventKind.NodeLaunched, 0, 1, 2, null)],
            Unknowns = ["t4: how often EC2 takes a node back isn't known; 5 % an hour is taken"],
        },
        new TrafficSource("made-up steady traffic", ["made-up requests: assistant 1/s"]));

    private static SimulatedModel Model(string name, ServiceProfile? profile) => new()
    {
        Name = name,
        Namespace = "inference",
        Replicas = 1,
        Control = new ReplicaControl.Fixed(),
        Places = [new ModelPlace(0, profile)],
        Pods = [PodDemand.None],
        Start = new StartTimes(0, 0, 0, 0),
        GraceMicros = 0,
        RequestTimeoutMicros = 60_000_000,
        LoadBalancing = LoadBalancing.Random,
        WithoutReplicas = WithoutReplicas.Refused,
    };

    private static TokenProfile Tokens() => new()
    {
        Source = "roofline of qwen2.5-1.5b-instruct on a T4",
        IsEstimate = true,
        PrefillTimes = TimeCurve.Constant(1000),
        DecodeTimes = TimeCurve.Constant(1000),
        MaxSequences = 8,
        KvTokens = 10_000,
    };

    private static SimulatedPool Pool() => new()
    {
        Name = "t4",
        InstanceType = "g4dn.xlarge",
        Room = PodDemand.None,
        Gpus = 1,
        Accelerator = "t4",
        Min = 0,
        Max = 4,
        Launcher = default,
        CapacityType = CapacityType.Spot,
        ColdStartMicros = 240_000_000,
        UsdPerHour = 0.526m,
        Zones = ["us-west-2a"],
    };

    private static ModelResult Asked(long slowMicros) => Result("assistant") with
    {
        Requests = new RequestCounts(3600, 3590, 0, 0, 0, 6, 2, 1, 1, 0),
        Latency = Times(3590, 800_000, slowMicros),
        FirstToken = Times(3590, 90_000, 400_000),
        Objectives = [new ObjectiveResult(ObjectiveKind.Latency, 10_000_000, 0.95, slowMicros > 10_000_000 ? 0.9 : 1), new ObjectiveResult(ObjectiveKind.Availability, null, 0.995, 3590 / 3600.0)],
        Replicas = [new ReplicaStep(0, 1, 1, 0, 0), new ReplicaStep(Hour / 2, 2, 1, 1, 0), new ReplicaStep(Hour * 3 / 4, 2, 2, 0, 0)],
        Intervals =
        [
            .. Enumerable.Range(0, 60).Select(minute => new TrafficInterval
            {
                AtMicros = minute * 60_000_000L,
                Arrived = 60,
                Completed = minute == 0 ? 0 : 60,
                Failed = minute == 30 ? 10 : 0,
                Latency = minute == 0 ? null : new IntervalLatency(800_000 + (minute * 10_000), 700_000, slowMicros / 80 * minute, slowMicros / 70 * minute, slowMicros / 60 * minute),
                FirstTokenP95Micros = minute == 0 ? null : 90_000,
                GpuSecondsHeld = minute < 45 ? 60 : 120,
                GpuSecondsBusy = 25,
            }),
        ],
        GpuSecondsAllocated = 4500,
        GpuSecondsBusy = 1500,
        PromptTokens = 1_000_000,
        OutputTokens = 200_000,
    };

    private static ModelResult Idle() => Result("image-classifier") with { Replicas = [new ReplicaStep(0, 1, 1, 0, 0)] };

    private static ModelResult Result(string name) => new()
    {
        Name = name,
        Namespace = "inference",
        Requests = new RequestCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        Latency = new LatencyHistogram(),
        Waiting = new LatencyHistogram(),
        FirstToken = new LatencyHistogram(),
        InterToken = new LatencyHistogram(),
        Objectives = [],
        MeanInFlight = 0,
        Replicas = [],
        Intervals = [],
        GpuSecondsAllocated = 0,
        GpuSecondsBusy = 0,
        Batches = 0,
        BatchedItems = 0,
        PromptTokens = 0,
        OutputTokens = 0,
        Preemptions = 0,
    };

    // Nine of ten take the one time, one the other.
    private static LatencyHistogram Times(int count, long most, long tenth)
    {
        var histogram = new LatencyHistogram();
        for (var i = 0; i < count; i++)
        {
            histogram.Record(i % 10 == 0 ? tenth : most);
        }

        return histogram;
    }
}
