using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>The object whose replicas are counted, by its <c>scale</c> subresource.</summary>
/// <param name="ApiVersion">API and version.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Name.</param>
public sealed record ScaleTarget(string ApiVersion, string Kind, string Name)
{
    /// <summary>The object of a model; KServe makes the Deployment of its predictor itself (kserve v0.20.0, pkg/constants, PredictorServiceName).</summary>
    /// <param name="backend">The model's backend.</param>
    /// <param name="model">The model's name.</param>
    public static ScaleTarget Of(ServingBackend backend, string model) => backend switch
    {
        ServingBackend.Plain => new ScaleTarget("apps/v1", "Deployment", model),
        ServingBackend.KServe => new ScaleTarget("apps/v1", "Deployment", $"{model}-predictor"),
        ServingBackend.LeaderWorkerSet => new ScaleTarget("leaderworkerset.x-k8s.io/v1", "LeaderWorkerSet", $"{model}-group"),
        _ => throw new ArgumentOutOfRangeException(nameof(backend), backend, null),
    };

    /// <summary>Regular expression of the names of its pods: RE2, anchored by whoever matches.</summary>
    public string PodPattern => Kind == "Deployment" ? $"{Name}-[a-z0-9]{{1,10}}-[a-z0-9]{{5}}" : $"{Name}-[0-9]+(-[0-9]+)?";
}
