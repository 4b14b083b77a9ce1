using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Capacity.Simulation;
using Infra.Capacity.Statistics;
using Infra.Capacity.Traces;
using Infra.Core.Nodes;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Small platforms: what a test doesn't say is so that it doesn't matter.</summary>
internal static class Platforms
{
    public const long Second = 1_000_000;

    /// <summary>A pod with one GPU.</summary>
    public static PodDemand OneGpu { get; } = PodDemand.None with { CpuMillis = 1000, Devices = PodDemand.None.Devices.Add("nvidia.com/gpu", 1) };

    public static SimulatedPool Pool(int min, int? max = null) => new()
    {
        Name = "t4",
        InstanceType = "g4dn.xlarge",
        Room = PodDemand.None with { CpuMillis = 4000, Devices = OneGpu.Devices },
        Gpus = 1,
        Min = min,
        Max = max ?? min,
        Launcher = NodeLauncher.ClusterAutoscaler,
        CapacityType = CapacityType.OnDemand,
        ColdStartMicros = 90 * Second,
        UsdPerHour = 0.5m,
        Zones = ["eu-central-1a"],
    };

    public static SimulatedModel Model(ServiceProfile profile, int replicas = 1) => new()
    {
        Name = "model",
        Namespace = "models",
        Replicas = replicas,
        Control = new ReplicaControl.Fixed(),
        Places = [new ModelPlace(0, profile)],
        Pods = [OneGpu],
        Start = new StartTimes(30 * Second, Second, 0, 10 * Second),
        GraceMicros = 30 * Second,
        RequestTimeoutMicros = 3600 * Second,
        LoadBalancing = LoadBalancing.Random,
        WithoutReplicas = WithoutReplicas.Refused,
    };

    public static SimulatedPlatform Of(params SimulatedModel[] models) => Of(Pool(models.Sum(model => model.Replicas)), models);

    public static SimulatedPlatform Of(SimulatedPool pool, params SimulatedModel[] models) => new()
    {
        Environment = "test",
        Models = [.. models],
        Pools = [pool],
        NodeProvisioning = new NodeProvisionerSettings { ScanMicros = 10 * Second, IdleMicros = 600 * Second, DelayAfterAddMicros = 600 * Second, MostRemovals = 10 },
    };

    public static RequestProfile Requests(double micros, int servers = 1, ServiceSpread? spread = null) => new()
    {
        Source = "test",
        IsEstimate = true,
        BatchTimes = TimeCurve.Constant(micros),
        Servers = servers,
        Spread = spread ?? ServiceSpread.Deterministic,
    };

    /// <summary>A language model: a prompt token takes 1 µs, an iteration 8 µs and 2 µs for each sequence that decodes.</summary>
    public static TokenProfile Tokens { get; } = new()
    {
        Source = "test",
        IsEstimate = true,
        PrefillTimes = new TimeCurve(new TimePoint(1, 1), new TimePoint(100, 100)),
        DecodeTimes = new TimeCurve(new TimePoint(1, 10), new TimePoint(4, 16)),
        MaxSequences = 4,
        KvTokens = 1000,
        MaxBatchedTokens = 100,
    };

    /// <summary>Requests for the first model at these times.</summary>
    public static IEnumerable<TraceRequest> At(params long[] micros) => micros.Select(at => new TraceRequest(at, 0, 0, 0));

    public static SimulationResult Run(this SimulatedPlatform platform, IEnumerable<TraceRequest> arrivals, SimulationOptions? options = null) =>
        Simulator.Run(platform, arrivals, options ?? new SimulationOptions());

    /// <summary>The exact values of a histogram that holds small ones only, or ones far apart.</summary>
    public static IEnumerable<long> Values(this LatencyHistogram histogram) =>
        histogram.Buckets.SelectMany(bucket => Enumerable.Repeat(bucket.LowestMicros, (int)bucket.Count));
}
