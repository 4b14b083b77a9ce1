using Infra.Components.Serving;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>Custom resources of the backends against the real definitions, in which unknown fields are errors.</summary>
public sealed class DefinitionTests
{
    private static readonly Dictionary<string, Func<InferenceServiceArgs>> _models = new()
    {
        ["small on KServe"] = () => SmallModel.On("kserve"),
        ["small on KServe, scaled"] = () => SmallModel.On("kserve", autoscaling: new AutoscalingArgs { MinReplicas = 1, MaxReplicas = 4, CpuPercent = 70, MemoryPercent = 80 }),
        ["pipeline on KServe"] = KServeBackendTests.Pipeline,
        ["classical on KServe"] = () => KServeRuntimeTests.Classical("sklearn", "kserve"),
        ["pipeline on KServe with files of its own"] = KServeTransformerTests.WithFiles,
        ["small as LLMInferenceService"] = () => SmallModel.On("llmInferenceService"),
        ["asleep as LLMInferenceService"] = () => SmallModel.On("llmInferenceService", replicas: 0),
        ["small on Ray"] = () => SmallModel.On("ray"),
        ["small on Ray, scaled, with Redis"] = RayBackendTests.Scaled,
        ["application on Ray"] = RayBackendTests.Application,
        ["two nodes on Ray"] = () => SmallModel.OverTwoNodes("ray"),
        ["small in groups"] = () => SmallModel.On("leaderWorkerSet"),
        ["two nodes in groups"] = () => SmallModel.OverTwoNodes("leaderWorkerSet", replicas: 0),
    };

    public static TheoryData<string> Models => [.. _models.Keys];

    [SkippableTheory]
    [MemberData(nameof(Models))]
    public async Task What_a_model_declares_fits_the_definition(string model)
    {
        var custom = (await SmallModel.Run(_models[model]())).Registrations.Where(IsOfABackend).ToList();

        Assert.NotEmpty(custom);
        Assert.All(custom, resource => Assert.Equal([], CustomResourceDefinitions.Problems(resource.Inputs)));
    }

    private static bool IsOfABackend(Registration resource) =>
        resource.Type is ModelPods.Runtime or ModelPods.InferenceService or ModelPods.LlmInferenceService or ModelPods.RayService or ModelPods.LeaderWorkerSet;
}
