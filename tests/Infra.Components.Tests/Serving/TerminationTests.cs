using Infra.Components.Serving;
using Infra.Components.Tests.Serving.Backends;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving;

/// <summary>How pods end, on every backend.</summary>
public sealed class TerminationTests
{
    [Theory]
    // vLLM finishes its requests for 120 s after it was told.
    [InlineData("plain", 0, 15, 145)]
    [InlineData("kserve", 0, 15, 145)]
    [InlineData("leaderWorkerSet", 0, 15, 145)]
    // A worker of Ray isn't told before its requests are finished.
    [InlineData("ray", 0, 135, 145)]
    // A load balancer that sends requests for 90 s more.
    [InlineData("plain", 90, 90, 220)]
    [InlineData("ray", 90, 210, 220)]
    public async Task The_longest_request_is_finished(string backend, int deregistration, int preStop, int grace)
    {
        var pod = Pod(await SmallModel.Run(Model(backend, 120, deregistration)), backend);

        Assert.Equal((preStop, grace), ((int)pod.SelectToken("containers[0].lifecycle.preStop.sleep.seconds")!, (int)pod["terminationGracePeriodSeconds"]!));
    }

    [Fact]
    public async Task A_transformer_waits_for_the_model_behind_it()
    {
        var run = await ServingSamples.Run(Model("kserve", 120, 0, new TransformerArgs { Image = "registry.example.com/tokenizer:1", Resources = new ResourcesArgs { Cpu = "1", Memory = "1Gi" } }));
        var transformer = run["kubernetes:serving.kserve.io/v1beta1:InferenceService", "vision-inference-service"].Inputs.SelectToken("spec.transformer")!;

        Assert.Equal((135, 145), ((int)transformer.SelectToken("containers[0].lifecycle.preStop.sleep.seconds")!, (int)transformer["terminationGracePeriodSeconds"]!));
    }

    [Theory]
    [InlineData(576, 0, "vision.longestRequestSeconds: a pod that ends would take 601 seconds to finish requests of 576, and Cluster Autoscaler kills pods after 600; allow shorter requests")]
    [InlineData(400, 300, "vision.longestRequestSeconds: a pod that ends would take 710 seconds to finish requests of 400, and Cluster Autoscaler kills pods after 600; allow shorter requests, or a shorter deregistration delay")]
    [InlineData(0, 0, "vision.longestRequestSeconds: 0 is less than 1")]
    [InlineData(1, -1, "vision.deregistrationSeconds: -1 is less than 0")]
    public async Task Nobody_waits_longer_for_a_pod_than_autoscalers_do(int longest, int deregistration, string problem) => Assert.Contains(
        problem, (await Assert.ThrowsAnyAsync<Exception>(() => ServingSamples.Run(Model("plain", longest, deregistration)))).Message, StringComparison.Ordinal);

    private static InferenceServiceArgs Model(string backend, int longest, int deregistration, TransformerArgs? transformer = null)
    {
        var small = SmallModel.On(backend);
        return new InferenceServiceArgs
        {
            Model = small.Model,
            Namespace = small.Namespace,
            Runtime = small.Runtime,
            Backend = backend,
            Source = small.Source,
            ModelSize = small.ModelSize,
            Pools = small.Pools,
            Accelerators = small.Accelerators,
            Resources = small.Resources,
            Llm = small.Llm,
            Transformer = transformer,
            LongestRequestSeconds = longest,
            DeregistrationSeconds = deregistration,
        };
    }

    private static JToken Pod(ComponentRun run, string backend) => backend switch
    {
        "plain" => SmallModel.Inputs(run, "kubernetes:apps/v1:Deployment").SelectToken("spec.template.spec")!,
        "ray" => SmallModel.Inputs(run, "kubernetes:ray.io/v1:RayService").SelectToken("spec.rayClusterConfig.workerGroupSpecs[0].template.spec")!,
        "leaderWorkerSet" => SmallModel.Inputs(run, "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet").SelectToken("spec.leaderWorkerTemplate.workerTemplate.spec")!,
        _ => KServe(run),
    };

    private static JObject KServe(ComponentRun run)
    {
        var pod = (JObject)SmallModel.Inputs(run, "kubernetes:serving.kserve.io/v1beta1:InferenceService").SelectToken("spec.predictor")!.DeepClone();
        pod["containers"] = SmallModel.Inputs(run, "kubernetes:serving.kserve.io/v1alpha1:ServingRuntime").SelectToken("spec.containers");
        return pod;
    }
}
