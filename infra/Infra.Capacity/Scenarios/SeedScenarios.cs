using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Platform.Estimates;
using Infra.Capacity.Service;
using Infra.Capacity.Traces.Synthetic;
using Infra.Core.Catalog;
using Infra.Core.Models;
using Infra.Core.Nodes;
using Infra.Core.Sizing;
using Infra.Planning.Workloads;

namespace Infra.Capacity.Scenarios;

/// <summary>
/// The services that the seeds make promises about, before and after. A parameter is what the document says, what our catalogue has, what somebody measured and published, or an assumption that is called one; none was chosen for what comes out.
/// </summary>
public static class SeedScenarios
{
    private const string Region = "us-east-1";
    private const long Second = 1_000_000;

    private const string Measured = "measured, MXNet 1.2.0.rc1 with ResNet-50 in 32 bits (apache/mxnet, docs/static_site/src/pages/api/faq/perf.md at 0c17f67e)";

    // Images per second by the size of a batch, on a V100 of a p3.2xlarge.
    private static readonly ImmutableArray<(int Batch, double PerSecond)> _v100 = [(1, 162.15), (2, 293.74), (4, 479.14), (8, 699.39), (16, 947.45), (32, 1076.81)];

    // On a c5.xlarge, which has 4 vCPUs, in batches of one; of greater ones it does no more.
    private const double PerSecondOfFourVcpus = 12.98;

    /// <summary>S0.8 before: two CPUs, no GPU.</summary>
    public static SeedScenario ClassifierBefore { get; } = new(
        "image classifier before",
        Of("m6i.large", Requests([(1, PerSecondOfFourVcpus / 2)], 1)),
        null,
        [
            ("network", "ResNet-50, one image a request", "assumption: the seed names no network"),
            ("CPU of a replica", "2", "seed 000, image-classifier: limits.cpu (requests.cpu is 1)"),
            ("node", "m6i.large, of which the replica takes all", "our catalogue: a type with two CPUs, which the seed leaves open"),
            ("images per second", $"{PerSecondOfFourVcpus / 2}", $"half of {PerSecondOfFourVcpus} of a c5.xlarge with 4 vCPUs, {Measured}; assumption: a CPU is a CPU"),
        ]);

    /// <summary>S0.8 after, as it is written: a V100, no batches.</summary>
    public static SeedScenario ClassifierAfter { get; } = new(
        "image classifier after",
        Of("p3.2xlarge", Requests(_v100, 1)),
        null,
        [
            ("node", "p3.2xlarge, one V100 for one replica", "seed 000, image-classifier-optimized: nodeSelector, nvidia.com/gpu: 1"),
            ("images per second", $"{_v100[0].PerSecond} one by one", Measured),
            ("batches", "none", "seed 000, image-classifier-optimized: says nothing of them"),
        ]);

    /// <summary>S0.8 after with what the same document advises and doesn't do: batches.</summary>
    public static SeedScenario ClassifierBatched { get; } = new(
        "image classifier after, in batches",
        Of("p3.2xlarge", Requests(_v100, 32)),
        null,
        [
            ("batches", "up to 32, nobody waits for one", "seed 000, advice 3 (batching); 32 is seed 002's maxBatchSize"),
            ("images per second", $"{_v100[0].PerSecond} one by one to {_v100[^1].PerSecond} in batches of 32", Measured),
        ]);

    /// <summary>S2 as plain virtual machines: one request after the other.</summary>
    public static SeedScenario DeepSeekOnMachines { get; } = DeepSeek(
        "DeepSeek on plain machines",
        1,
        ("requests at once", "1", "assumption: seed 002's serve.py loads the model with transformers, which by itself serves one request after the other"));

    /// <summary>S2 on the platform: the same machine, with continuous batching.</summary>
    public static SeedScenario DeepSeekOnPlatform { get; } = DeepSeek("DeepSeek on the platform", 32, ("requests at once", "32", "seed 002, batcher: maxBatchSize; vLLM's continuous batching in its place"));

    public static ImmutableArray<SeedScenario> All { get; } = [ClassifierBefore, ClassifierAfter, ClassifierBatched, DeepSeekOnMachines, DeepSeekOnPlatform];

    private static RequestProfile Requests(ImmutableArray<(int Batch, double PerSecond)> points, int maxBatch) => new()
    {
        Source = Measured,
        IsEstimate = false,
        BatchTimes = new TimeCurve([.. points.Select(point => new TimePoint(point.Batch, point.Batch * Second / point.PerSecond))]),
        MaxBatchSize = maxBatch,
    };

    private static SeedScenario DeepSeek(string name, int concurrency, (string, string, string) batching)
    {
        const string Node = "p4d.24xlarge";
        var model = ModelCatalog.Default.All.Single(known => known.Name == "deepseek-r1-distill-llama-70b");
        var request = new MemoryRequest { Model = model, Weights = WeightPrecision.Bf16, Context = 16384, Concurrency = concurrency, TensorParallel = 8 };
        var profile = TokenEstimate.Of(request, GpuNode.Of(Type(Node))) ?? throw new InvalidOperationException($"{model.Name} doesn't fit {Node}");
        return new SeedScenario(name, Of(Node, profile), TokenLengths.Conversation,
        [
            ("model", model.Name, "seed 002: 'DeepSeek-R1-67B', which nobody has published; of our catalogue the one nearest to it in size"),
            ("node", $"{Node}, eight A100 for one replica", "seed 002: 8 A100"),
            ("times of prompts and tokens", profile.Source, "an estimate, the same before and after; transformers would be slower"),
            ("lengths", "half of the prompts have 1,020 tokens or fewer, half of the answers 129", TokenLengths.Conversation.Source),
            batching,
        ]);
    }

    private static InstanceType Type(string name) => InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new InvalidOperationException($"there is no {name}");

    private static SimulatedPlatform Of(string instanceType, ServiceProfile profile)
    {
        var type = Type(instanceType);
        var count = type.Accelerator?.Count ?? 0;
        var gpus = count == 0 ? PodDemand.None : PodDemand.None with { Devices = PodDemand.None.Devices.Add("nvidia.com/gpu", count) };
        return new SimulatedPlatform
        {
            Environment = "seed",
            Models =
            [
                new SimulatedModel
                {
                    Name = "model",
                    Namespace = "models",
                    Replicas = 1,
                    Control = new ReplicaControl.Fixed(),
                    Places = [new ModelPlace(0, profile)],
                    Pods = [gpus],
                    Start = new StartTimes(0, 0, 0, 0),
                    GraceMicros = 30 * Second,
                    // Nobody gives up: what is measured is the service, not its callers' patience.
                    RequestTimeoutMicros = 24 * 3600 * Second,
                    LoadBalancing = LoadBalancing.RoundRobin,
                    WithoutReplicas = WithoutReplicas.Refused,
                },
            ],
            Pools =
            [
                new SimulatedPool
                {
                    Name = "node",
                    InstanceType = instanceType,
                    Room = gpus,
                    Gpus = count,
                    Accelerator = type.Accelerator?.Model.Id,
                    Min = 1,
                    Max = 1,
                    Launcher = NodeLauncher.Nobody,
                    CapacityType = CapacityType.OnDemand,
                    ColdStartMicros = 0,
                    UsdPerHour = type.OnDemandPrice(Region)?.UsdPerHour,
                    Zones = [$"{Region}a"],
                },
            ],
            NodeProvisioning = new NodeProvisionerSettings { ScanMicros = 10 * Second, IdleMicros = 600 * Second, DelayAfterAddMicros = 600 * Second, MostRemovals = 10 },
        };
    }
}
