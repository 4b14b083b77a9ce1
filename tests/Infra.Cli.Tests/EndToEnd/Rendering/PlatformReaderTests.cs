using System.Collections.Immutable;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Core;
using Infra.Core.Nodes;
using Infra.Planning.Workloads;

namespace Infra.Cli.Tests.EndToEnd.Rendering;

/// <summary>What is simulated is read from plans: every environment can be, and production is what its file says.</summary>
public sealed class PlatformReaderTests
{
    private const long Second = 1_000_000;

    private static readonly RequestProfile _classifier = new()
    {
        Source = "measured",
        IsEstimate = false,
        BatchTimes = new TimeCurve(new TimePoint(1, 8_000), new TimePoint(8, 20_000)),
        MaxBatchSize = 4,
        CpuMicrosPerRequest = 3_000,
    };

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_environment_can_be_read(string environment)
    {
        var plan = (await RenderedEnvironment.OfAsync(environment)).Preview;

        var platform = PlatformReader.Of(plan);

        Assert.Equal(plan.Resources.Count(resource => resource.Type.EndsWith(":InferenceService", StringComparison.Ordinal) && resource.Provider is null), platform.Models.Length);
        Assert.All(platform.Models, model =>
        {
            Assert.NotEmpty(model.Pods);
            Assert.All(model.Places, place => Assert.InRange(place.Pool, 0, platform.Pools.Length - 1));
            // Some pool takes each of its pods, or the model could never run.
            Assert.All(model.Pods, pod => Assert.Contains(model.Places, place => platform.Pools[place.Pool].Room.Fits(pod) || platform.Pools[place.Pool].Launcher == NodeLauncher.Elsewhere));
            Assert.All(model.Places.Select(place => place.Profile).OfType<ServiceProfile>(), profile => Assert.Empty(profile.Problems()));
            Assert.True(model.Start.EngineMicros > 0 && (model.GraceMicros >= model.RequestTimeoutMicros || model.WithoutReplicas == WithoutReplicas.WaitsInQueue), model.Name);
        });
    }

    [Theory]
    [InlineData("prod", "t4", 14.56)]
    [InlineData("examples/environments/mig.yaml", "a100", 4.69)]
    [InlineData("examples/environments/time-slicing.yaml", "t4", 14.56)]
    public async Task A_pod_has_the_memory_of_its_part(string environment, string pool, double gibibytes)
    {
        var platform = PlatformReader.Of((await RenderedEnvironment.OfAsync(environment)).Preview);

        Assert.Equal(gibibytes, platform.Pools.Single(one => one.Name == pool).PartMemory!.Value.Bytes / (double)(1 << 30), 2);
    }

    [Fact]
    public async Task The_classifier_of_production()
    {
        var platform = PlatformReader.Of((await RenderedEnvironment.OfAsync("prod")).Preview, ImmutableDictionary<string, ServiceProfile>.Empty.Add("image-classifier", _classifier));
        var model = platform.Models[0];

        Assert.Equal(("image-classifier", "inference", 2), (model.Name, model.Namespace, model.Replicas));
        Assert.Equal(["t4", "t4-on-demand"], model.Places.Select(place => platform.Pools[place.Pool].Name));
        Assert.All(model.Places, place => Assert.Equal(_classifier, place.Profile));
        Assert.Equal("2000m CPU, 4294967296 B, 1 nvidia.com/gpu", model.Pods.Single().ToString());
        Assert.Equal((15 * Second, 45 * Second, null), (model.RequestTimeoutMicros, model.GraceMicros, model.QueueLimit));
        Assert.Equal((LoadBalancing.LeastRequests, WithoutReplicas.Refused), (model.LoadBalancing, model.WithoutReplicas));
        Assert.Equal(new LatencyObjectives(200_000, null, null, null, 0.995), model.Objectives);
        Assert.Equal(RolloutSettings.InPlace, model.Rollout);
        // 4 GiB of image at 9.5 GB in 334 s, 2 GiB of model at 15 GB in 300 s, and the server's minute.
        Assert.Equal(new StartTimes(151_002_008, 5 * Second, 42_949_673, 60 * Second), model.Start);

        var scaler = Assert.IsType<ReplicaControl.Horizontal>(model.Control).Settings;
        Assert.Equal((2, 8), (scaler.Min, scaler.Max));
        Assert.Equal([new HorizontalMetric.Utilization(new MetricSource(ObservedMetric.Cpu, 15 * Second, 15 * Second), 60, 2000)], scaler.Metrics.AsEnumerable());
        Assert.Equal((103 * Second, PolicySelect.Max, 0.062), (scaler.ScaleUp.WindowMicros, scaler.ScaleUp.Select, scaler.ScaleUp.Tolerance));
        Assert.Equal([new ScalingPolicy(true, 100, 554 * Second), new ScalingPolicy(false, 2, 554 * Second)], scaler.ScaleUp.Policies.AsEnumerable());
        Assert.Equal((1108 * Second, PolicySelect.Max, 0.1), (scaler.ScaleDown.WindowMicros, scaler.ScaleDown.Select, scaler.ScaleDown.Tolerance));
        Assert.Equal([new ScalingPolicy(true, 50, 554 * Second), new ScalingPolicy(false, 1, 554 * Second)], scaler.ScaleDown.Policies.AsEnumerable());
    }

    [Fact]
    public async Task The_pools_of_production()
    {
        var platform = PlatformReader.Of((await RenderedEnvironment.OfAsync("prod")).Preview);

        Assert.Equal(["t4", "t4-on-demand", "a100", "h100", "t4-multi"], platform.Pools.Select(pool => pool.Name));
        var t4 = platform.Pools[0];
        // Three zones of at most three; spot: $0.526 less 64 %.
        Assert.Equal(("g4dn.xlarge", 0, 9, 0.18936m), (t4.InstanceType, t4.Min, t4.Max, t4.UsdPerHour));
        Assert.Equal((CapacityType.Spot, NodeLauncher.ClusterAutoscaler, 300 * Second), (t4.CapacityType, t4.Launcher, t4.ColdStartMicros));
        Assert.Equal((1, "t4", GpuSharingMode.None, 1, SpotInterruptions.PerHour(0.2)), (t4.Gpus, t4.Accelerator, t4.Sharing, t4.PartsPerGpu, t4.InterruptionsPerHour));
        Assert.Equal(["us-west-2a", "us-west-2b", "us-west-2c"], t4.Zones.AsEnumerable());
        Assert.Equal((3, 6), (platform.Pools[1].Min, platform.Pools[1].Max));
        Assert.Equal(("p4d.24xlarge", 8, "a100-40gb", 21.95764m, 0.0), (platform.Pools[2].InstanceType, platform.Pools[2].Gpus, platform.Pools[2].Accelerator, platform.Pools[2].UsdPerHour, platform.Pools[2].InterruptionsPerHour));
        Assert.Null(platform.Pools[3].UsdPerHour);

        var holder = platform.RoomHolders.Single();
        Assert.Equal((0, 1, "2000m CPU, 4294967296 B, 1 nvidia.com/gpu"), (holder.Pool, holder.Replicas, holder.Demand.ToString()));
        Assert.Equal(new NodeProvisionerSettings { ScanMicros = 10 * Second, IdleMicros = 600 * Second, DelayAfterAddMicros = 600 * Second, MostRemovals = 10 }, platform.NodeProvisioning);
    }

    [Fact]
    public async Task The_language_model_of_production_is_estimated()
    {
        var platform = PlatformReader.Of((await RenderedEnvironment.OfAsync("prod")).Preview);
        var model = platform.Models.Single(one => one.Name == "deepseek-r1-distill-70b");
        var profile = Assert.IsType<TokenProfile>(model.Places.Single().Profile);

        Assert.Equal((1, new ReplicaControl.Fixed(), LoadBalancing.Random), (model.Replicas, model.Control, model.LoadBalancing));
        Assert.Equal(new LatencyObjectives(60 * Second, 2_500_000, 100_000, 5 * Second, 0.995), model.Objectives);
        // 141.1 GB in 16 bits over eight A100s, each at 1,555 GB/s × 0.8.
        Assert.Equal(14_178.8, profile.DecodeTimes.At(1), 1);
        Assert.Equal((20, 361_689, true), (profile.MaxSequences, profile.KvTokens, profile.IsEstimate));
        Assert.Contains(
            "deepseek-r1-distill-70b on pool a100: estimate: roofline of deepseek-r1-distill-llama-70b in bf16 on 8 × a100-40gb (1555 GB/s at 80 %, 312 TFLOPS at 40 %)", platform.Unknowns);
        Assert.Contains("image-classifier: nobody measured what a replica does on t4 (pool t4); requests for it can't be simulated without a profile", platform.Unknowns);

        // Two nodes of eight GPUs serve together.
        var spanning = platform.Models.Single(one => one.Name == "deepseek-r1");
        Assert.Equal((0, 2), (spanning.Replicas, spanning.Pods.Length));
    }

    [Fact]
    public async Task Autoscalers_of_every_kind()
    {
        var platform = PlatformReader.Of((await RenderedEnvironment.OfAsync("examples/environments/autoscaling.yaml")).Preview);
        SimulatedModel Of(string name) => platform.Models.Single(model => model.Name == name);

        var translator = Assert.IsType<ReplicaControl.Keda>(Of("translator").Control).Settings;
        Assert.Equal((0, 2, 30 * Second, 2015 * Second, 2015 * Second), (translator.Min, translator.Max, translator.PollingMicros, translator.CooldownMicros, translator.InitialCooldownMicros));
        Assert.Equal(
            [
                new KedaTrigger.Demand(new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.Concurrency, 30 * Second, 0), 12_000), 0),
                new KedaTrigger.Demand(new HorizontalMetric.AverageValue(new MetricSource(ObservedMetric.ArrivalsPerSecond, 30 * Second, 120 * Second), 1_000_000_000_000), 0),
            ],
            translator.Triggers.AsEnumerable());
        Assert.Equal(new KedaFallback(1, 3, KeepsMore: true), translator.Fallback);
        Assert.Equal((1, 2), (translator.Horizontal.Min, translator.Horizontal.Metrics.Length));
        // Its queries are 0 while nothing asks for it; the assistant's are never.
        Assert.Equal((1, null), (translator.Signal, Assert.IsType<ReplicaControl.Keda>(Of("assistant").Control).Settings.Signal));
        // A message waits as long as SQS keeps it; a caller, as long as the plan says.
        Assert.Equal((345_600 * Second, true), (Of("transcriber").RequestTimeoutMicros, Of("translator").RequestTimeoutMicros < 3600 * Second));
        Assert.Equal((WithoutReplicas.Refused, WithoutReplicas.WaitsInQueue), (Of("translator").WithoutReplicas, Of("transcriber").WithoutReplicas));

        var assistant = Assert.IsType<ReplicaControl.Keda>(Of("assistant").Control).Settings;
        Assert.Contains(new KedaTrigger.Schedule(new("Europe/Berlin", "30 7 * * 1-5", "0 19 * * 1-5"), 2), assistant.Triggers);
        Assert.Equal(
            new RayScalerSettings { Min = 1, Max = 4, TargetOngoing = 12, UpscaleDelayMicros = 300 * Second, DownscaleDelayMicros = 2015 * Second },
            Assert.IsType<ReplicaControl.Ray>(Of("chat-on-ray").Control).Settings);
        Assert.Contains("chat: nobody here can answer the query 'open-sessions' of its autoscaler; it has no answer, as if the metric were missing", platform.Unknowns);
    }

    [Fact]
    public async Task Candidates_get_their_share_of_the_requests_on_every_backend()
    {
        var platform = PlatformReader.Of((await RenderedEnvironment.OfAsync("examples/environments/rollouts.yaml")).Preview, ImmutableDictionary<string, ServiceProfile>.Empty.Add("image-classifier", _classifier));
        string Shares(string name) => string.Join(", ", platform.Models.Single(model => model.Name == name).Shares.Select(share => $"{platform.Models[share.Model].Name} {share.Weight}"));

        Assert.Equal("image-classifier 90, image-classifier-candidate 10", Shares("image-classifier"));
        Assert.Equal("image-classifier-kserve 90, image-classifier-kserve-candidate 10", Shares("image-classifier-kserve"));
        Assert.Equal("image-classifier-ray 90, image-classifier-ray-candidate 10", Shares("image-classifier-ray"));
        Assert.Equal("chat 90, chat-candidate 10", Shares("chat"));
        // Blue-green: who is live gets all, as if the other weren't there; that one stands by in full.
        Assert.Equal(("", ""), (Shares("text-embedder"), Shares("detector")));
        Assert.Equal(
            ["image-classifier-candidate", "image-classifier-kserve-candidate", "image-classifier-ray-candidate", "chat-candidate", "text-embedder-candidate"],
            platform.Models.Where(model => !model.IsCalledByName).Select(model => model.Name));
        // Ten percent of four replicas, rounded up; blue and green are as many.
        Assert.Equal([4, 1, 2, 2], new[] { "image-classifier", "image-classifier-candidate", "text-embedder", "text-embedder-candidate" }.Select(name => platform.Models.Single(model => model.Name == name).Replicas));

        Assert.Contains("image-classifier: of the requests for it 90 % go to image-classifier, 10 % go to image-classifier-candidate, as its route shares them now", platform.Unknowns);
        Assert.Contains("image-classifier-candidate: nobody measured it; it is taken to do what the profile of image-classifier says", platform.Unknowns);
        Assert.Equal(_classifier, platform.Models.Single(model => model.Name == "image-classifier-candidate").Places[0].Profile);
    }

    [Fact]
    public async Task A_language_model_is_known_by_the_name_in_its_component()
    {
        var plan = (await RenderedEnvironment.OfAsync("examples/environments/capacity.yaml")).Preview;
        var service = PlannedObjects.Of(plan).OfType(ComponentTypes.InferenceService).Single();

        Assert.Equal(("qwen2.5-7b-instruct", "models/our-chat-v3"), ((string?)service.Inputs["llm"]!["model"], (string?)service.Inputs["source"]!["s3Path"]));
        Assert.StartsWith("estimate: roofline of qwen2.5-7b-instruct in bf16 on 1 × a10g (600 GB/s at 80 %, 70 TFLOPS at 40 %)", PlatformReader.Of(plan).Models.Single().Places.Single().Profile!.Source, StringComparison.Ordinal);
    }
}
