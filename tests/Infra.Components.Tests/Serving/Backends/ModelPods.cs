using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>The pod of a model that serves, wherever its backend wants it written: <c>{metadata: …, spec: …}</c>.</summary>
internal static class ModelPods
{
    public const string Deployment = "kubernetes:apps/v1:Deployment";
    public const string Runtime = "kubernetes:serving.kserve.io/v1alpha1:ServingRuntime";
    public const string InferenceService = "kubernetes:serving.kserve.io/v1beta1:InferenceService";
    public const string LlmInferenceService = "kubernetes:serving.kserve.io/v1alpha2:LLMInferenceService";
    public const string RayService = "kubernetes:ray.io/v1:RayService";
    public const string LeaderWorkerSet = "kubernetes:leaderworkerset.x-k8s.io/v1:LeaderWorkerSet";

    // What stands beside a pod's own fields in KServe's predictor.
    private static readonly string[] _ofKServe = ["model", "labels", "annotations", "minReplicas", "maxReplicas", "autoScaling", "batcher", "deploymentStrategy"];

    public static JObject Of(string backend, ComponentRun run) => (JObject)(backend switch
    {
        "plain" => SmallModel.Inputs(run, Deployment).SelectToken("spec.template")!,
        "kserve" => Predictor(run),
        "llmInferenceService" => Workload(run),
        "ray" => SmallModel.Inputs(run, RayService).SelectToken("spec.rayClusterConfig.workerGroupSpecs[0].template")!,
        "leaderWorkerSet" => SmallModel.Inputs(run, LeaderWorkerSet).SelectToken("spec.leaderWorkerTemplate.workerTemplate")!,
        _ => throw new ArgumentOutOfRangeException(nameof(backend), backend, null),
    });

    // The controller adds the labels by which it knows its pods.
    private static JObject Workload(ComponentRun run)
    {
        var spec = SmallModel.Inputs(run, LlmInferenceService)["spec"]!;
        return new JObject { ["metadata"] = new JObject { ["labels"] = spec["labels"], ["annotations"] = spec["annotations"] }, ["spec"] = spec["template"] };
    }

    private static JObject Predictor(ComponentRun run)
    {
        var predictor = (JObject)SmallModel.Inputs(run, InferenceService).SelectToken("spec.predictor")!.DeepClone();
        var metadata = new JObject { ["labels"] = predictor["labels"], ["annotations"] = predictor["annotations"] };
        foreach (var field in _ofKServe)
        {
            predictor.Remove(field);
        }

        predictor["containers"] = SmallModel.Inputs(run, Runtime).SelectToken("spec.containers");
        return new JObject { ["metadata"] = metadata, ["spec"] = predictor };
    }
}
