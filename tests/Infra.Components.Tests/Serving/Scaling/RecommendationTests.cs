using Infra.Components.Serving;
using Infra.Components.Tests.Serving.Backends;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;

namespace Infra.Components.Tests.Serving.Scaling;

public sealed class RecommendationTests
{
    private const string Recommendation = "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler";

    [Fact]
    public async Task It_tells_and_does_nothing()
    {
        var run = await SmallModel.Run(Asking(SmallModel.On("plain")));

        JsonAssert.Same(
            """
            {
              "targetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "qwen" },
              "updatePolicy": { "updateMode": "Off" },
              "resourcePolicy": { "containerPolicies": [ { "containerName": "*", "controlledResources": ["cpu", "memory"] } ] }
            }
            """,
            SmallModel.Inputs(run, Recommendation)["spec"]);
    }

    [Theory]
    [InlineData("kserve", "qwen-predictor Deployment qwen-predictor")]
    [InlineData("llmInferenceService", "qwen-kserve Deployment qwen-kserve")]
    [InlineData("leaderWorkerSet", "qwen-group LeaderWorkerSet qwen-group")]
    public async Task Its_target_is_what_makes_the_pods(string backend, string target) => Assert.Equal([target], await Targets(SmallModel.On(backend)));

    [Fact]
    public async Task A_transformer_has_its_own() => Assert.Equal(
        ["nlp-predictor Deployment nlp-predictor", "nlp-transformer Deployment nlp-transformer"], await Targets(KServeBackendTests.Pipeline()));

    [Fact]
    public async Task Nobody_gets_one_unasked() => Assert.DoesNotContain(Recommendation, (await SmallModel.Run(SmallModel.On("plain"))).Registrations.Select(resource => resource.Type));

    [SkippableTheory]
    [InlineData("plain")]
    [InlineData("kserve")]
    [InlineData("leaderWorkerSet")]
    public async Task It_fits_its_definition(string backend) =>
        Assert.Equal([], CustomResourceDefinitions.Problems(SmallModel.Inputs(await SmallModel.Run(Asking(SmallModel.On(backend))), Recommendation)));

    private static async Task<IEnumerable<string>> Targets(InferenceServiceArgs args) =>
        (await SmallModel.Run(Asking(args))).Registrations.Where(resource => resource.Type == Recommendation)
            .Select(resource => $"{resource.Inputs.SelectToken("metadata.name")} {resource.Inputs.SelectToken("spec.targetRef.kind")} {resource.Inputs.SelectToken("spec.targetRef.name")}");

    private static InferenceServiceArgs Asking(InferenceServiceArgs args) => new()
    {
        Model = args.Model,
        Namespace = args.Namespace,
        Runtime = args.Runtime,
        Backend = args.Backend,
        Source = args.Source,
        Container = args.Container,
        ModelSize = args.ModelSize,
        Pools = args.Pools,
        Accelerators = args.Accelerators,
        Resources = args.Resources,
        Llm = args.Llm,
        Transformer = args.Transformer,
        VerticalRecommendations = true,
    };
}
