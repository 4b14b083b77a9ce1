using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>The object whose replicas are counted, by its <c>scale</c> subresource.</summary>
/// <param name="ApiVersion">API and version.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name.</param>
public sealed record ScaleTarget(string ApiVersion, string Kind, string Name)
{
    /// <summary>
    /// The object of a model; KServe makes the Deployments itself, of a predictor (kserve v0.20.0, pkg/constants, PredictorServiceName) and of a language model (pkg/controller/v1alpha2/llmisvc,
    /// mainDeploymentName), and leaves the number alone that it isn't told (PreserveDeploymentReplicas).
    /// </summary>
    /// <param name="backend">The model's backend.</param>
    /// <param name="model">The model's name.</param>
    public static ScaleTarget Of(ServingBackend backend, string model) => backend switch
    {
        ServingBackend.Plain => new ScaleTarget("apps/v1", "Deployment", model),
        ServingBackend.KServe => new ScaleTarget("apps/v1", "Deployment", $"{model}-predictor"),
        ServingBackend.LlmInferenceService => new ScaleTarget("apps/v1", "Deployment", $"{model}-kserve"),
        ServingBackend.LeaderWorkerSet => new ScaleTarget("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", $"{model}-group"),
        _ => throw new ArgumentOutOfRangeException(nameof(backend), backend, null),
    };

    /// <summary>The Deployment that KServe makes of a model's transformer (kserve v0.20.0, pkg/constants, TransformerServiceName).</summary>
    /// <param name="model">The model's name.</param>
    public static ScaleTarget OfTransformer(string model) => new("apps/v1", "Deployment", $"{model}-transformer");

    /// <summary>Regular expression of the names of its pods: RE2, anchored by whoever matches.</summary>
    public string PodPattern => Kind == "Deployment" ? $"{Name}-[a-z0-9]{{1,10}}-[a-z0-9]{{5}}" : $"{Name}-[0-9]+(-[0-9]+)?";
}
