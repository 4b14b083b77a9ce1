using Infra.Components.Serving;
using Infra.Components.Serving.Traffic;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>How pods are replaced on every backend, and a candidate that answers for the name of another model.</summary>
public sealed class RolloutTests
{
    private static readonly string[] _all = ["plain", "kserve", "ray", "leaderWorkerSet", "llmInferenceService"];

    public static TheoryData<string> Backends => [.. _all];

    [Theory]
    [InlineData("plain", "kubernetes:apps/v1:Deployment", "spec.strategy.rollingUpdate")]
    [InlineData("kserve", "kubernetes:serving.kserve.io/v1beta1:InferenceService", "spec.predictor.deploymentStrategy.rollingUpdate")]
    [InlineData("leaderWorkerSet", "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet", "spec.rolloutStrategy.rollingUpdateConfiguration")]
    public async Task Pods_are_replaced_in_place_unless_somebody_has_spare_GPUs(string backend, string type, string path)
    {
        JsonAssert.Same("""{"maxSurge": 0, "maxUnavailable": 1}""", SmallModel.Inputs(await SmallModel.Run(With(backend)), type).SelectToken(path));
        JsonAssert.Same(
            """{"maxSurge": 2, "maxUnavailable": 0}""",
            SmallModel.Inputs(await SmallModel.Run(With(backend, new RolloutArgs { MaxSurge = 2, MaxUnavailable = 0 })), type).SelectToken(path));
    }

    [Theory]
    [InlineData(false, "NewCluster")]
    [InlineData(true, "None")]
    public async Task Ray_makes_a_second_cluster_or_waits(bool onDelete, string strategy) => Assert.Equal(
        strategy,
        (string?)SmallModel.Inputs(await SmallModel.Run(With("ray", onDelete ? new RolloutArgs { OnDelete = true } : null)), ModelPods.RayService).SelectToken("spec.upgradeStrategy.type"));

    // Four replicas, two at a time: two cold starts one after the other, and not four.
    [Fact]
    public async Task Pulumi_waits_as_long_as_the_update_takes()
    {
        var (one, two) = (await UpdateAsync(null), await UpdateAsync(new RolloutArgs { MaxSurge = 1, MaxUnavailable = 1 }));

        Assert.True(one > two);
        Assert.Equal(2, Math.Round((one - TimeSpan.FromMinutes(5)) / (two - TimeSpan.FromMinutes(5)), 1));
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task A_candidate_has_its_own_objects_and_the_model_s_name_for_callers(string backend)
    {
        var run = await SmallModel.Run(Candidate(backend));
        var objects = run.Registrations.Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && resource.Inputs.SelectToken("metadata.name") is not null).ToList();

        Assert.All(objects, resource => Assert.StartsWith("qwen-candidate", (string?)resource.Inputs.SelectToken("metadata.name"), StringComparison.Ordinal));
        Assert.All(objects, resource => Assert.Equal("qwen-candidate", (string?)resource.Inputs.SelectToken("metadata.labels['app.kubernetes.io/instance']")));
        Assert.Equal("qwen-candidate", (string?)ModelPods.Of(backend, run).SelectToken("metadata.labels['app.kubernetes.io/instance']"));
        Assert.Equal("qwen", ServedName(backend, run));
        Assert.All(
            objects.Where(resource => resource.Type is ModelPods.Runtime or ModelPods.LlmInferenceService or ModelPods.InferenceService or ModelPods.RayService or ModelPods.LeaderWorkerSet),
            resource => Assert.Equal([], CustomResourceDefinitions.Problems(resource.Inputs)));
    }

    [Theory]
    [InlineData("plain", true, "vision.rollout.strategy: the backend plain can't have the strategy onDelete; these can: ray; change backend or rollout.strategy")]
    [InlineData("ray", false, "vision.rollout.maxSurge: the backend ray can't have a number of pods that an update adds; these can: plain, kserve, leaderWorkerSet; change backend or rollout.maxSurge")]
    public async Task What_a_backend_can_t_do_is_refused(string backend, bool onDelete, string problem) => Assert.Equal(
        $"1 problem in gpu-inference:index:InferenceService:\n  {problem}",
        await ProblemsAsync(With(backend, onDelete ? new RolloutArgs { OnDelete = true } : new RolloutArgs { MaxSurge = 1 })));

    [Fact]
    public async Task What_can_t_be_is_refused()
    {
        var args = new InferenceServiceArgs
        {
            Model = "qwen",
            Namespace = "models",
            Runtime = "container",
            Container = new ServerContainerArgs { Image = "registry.example.com/predictor:1.0.0" },
            ModelSize = "2Gi",
            Pools = [Samples.CpuPool()],
            Resources = new ResourcesArgs { Cpu = "1", Memory = "1Gi" },
            Rollout = new RolloutArgs { MaxUnavailable = 0 },
            Shares = [new TrafficShareArgs { Service = "qwen", Port = 8080, Weight = 80 }, new TrafficShareArgs { Service = "other", Port = 8080, Weight = 10 }],
        };

        Assert.Equal(
            """
            3 problems in gpu-inference:index:InferenceService:
              vision.rollout.maxUnavailable: 0 with a maxSurge of 0 would let no pod be replaced; raise one of them
              vision.shares: nobody else answers for the model; set sharedName to the name by which callers know all of them
              vision.shares: the weights are 80, 10; allowed are 0 or more that add up to 100
            """,
            await ProblemsAsync(args));
    }

    [Fact]
    public async Task Who_compares_needs_a_Prometheus_another_model_and_numbers()
    {
        var args = new InferenceServiceArgs
        {
            Model = "qwen",
            Namespace = "models",
            Runtime = "container",
            Container = new ServerContainerArgs { Image = "registry.example.com/predictor:1.0.0" },
            ModelSize = "2Gi",
            Pools = [Samples.CpuPool()],
            Resources = new ResourcesArgs { Cpu = "1", Memory = "1Gi" },
            Analysis = Analysis,
        };

        Assert.Equal(
            """
            3 problems in gpu-inference:index:InferenceService:
              vision.analysis: it is an alert of Prometheus, and monitoring is missing; add it or remove analysis
              vision.analysis: nobody else answers for the model; set sharedName to the name by which callers know both
              vision.analysis: the runtime container tells neither of errors nor of latency in words that we know; these do: tensorflow-serving, triton, vllm, and everything on the backend ray; remove analysis or change runtime
            """,
            await ProblemsAsync(args));
    }

    private static AnalysisArgs Analysis => new() { Stable = "qwen", ErrorRatio = 0.01, LatencyFactor = 1.5, Minutes = 10 };

    private static InferenceServiceArgs With(string backend, RolloutArgs? rollout = null) => Sample(backend, "qwen", rollout, null);

    /// <summary>A candidate of the small model, compared with it.</summary>
    internal static InferenceServiceArgs Candidate(string backend) => Sample(backend, "qwen-candidate", null, "qwen");

    private static InferenceServiceArgs Sample(string backend, string model, RolloutArgs? rollout, string? shared)
    {
        var like = SmallModel.On(backend, replicas: 4);
        return new InferenceServiceArgs
        {
            Model = model,
            SharedName = shared,
            Shares = shared is null ? null : [],
            Analysis = shared is null ? null : Analysis,
            Rollout = rollout,
            Namespace = like.Namespace,
            Runtime = like.Runtime,
            Backend = like.Backend,
            Source = like.Source,
            ModelSize = like.ModelSize,
            Pools = like.Pools,
            Accelerators = like.Accelerators,
            Resources = like.Resources,
            Llm = like.Llm,
            Replicas = like.Replicas,
            Monitoring = like.Monitoring,
        };
    }

    private static async Task<TimeSpan> UpdateAsync(RolloutArgs? rollout) =>
        (await SmallModel.Run(With("plain", rollout))).Registrations.Single(resource => resource.Type == ModelPods.Deployment).CustomTimeouts!.Update!.Value;

    private static string? ServedName(string backend, ComponentRun run) => backend == "ray"
        ? (string?)JObject.Parse((string)SmallModel.Inputs(run, ModelPods.RayService).SelectToken("spec.serveConfigV2")!).SelectToken("applications[0].args.llm_configs[0].model_loading_config.model_id")
        : ((JArray)ModelPods.Of(backend, run).SelectToken("spec.containers[0].args")!).Select(argument => (string)argument!)
            .Single(argument => argument.StartsWith("--served-model-name=", StringComparison.Ordinal)).Split('=')[1];

    private static async Task<string> ProblemsAsync(InferenceServiceArgs args) => (await Assert.ThrowsAsync<ResourceException>(() => ServingSamples.Run(args))).Message.ReplaceLineEndings("\n");
}
