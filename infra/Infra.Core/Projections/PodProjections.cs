using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Core.Projections;

/// <summary>Which resources become pods, and which.</summary>
public static class PodProjections
{
    private const string KServe = "serving.kserve.io/v1beta1/InferenceService";

    /// <summary>The pods of a resource; none where its kind makes none.</summary>
    /// <param name="resource">Its inputs, with <c>apiVersion</c> and <c>kind</c>.</param>
    /// <param name="servingRuntime">Finds inputs of the <c>ServingRuntime</c> with a name in the resource's namespace.</param>
    /// <param name="scaler">Finds inputs of the autoscaler that owns the replicas of the object of a kind and name in the resource's namespace. Default: there is none.</param>
    public static ImmutableArray<ProjectedPods> Of(JsonObject resource, Func<string, JsonObject?> servingRuntime, Func<string, string, JsonObject?>? scaler = null)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(servingRuntime);
        return $"{resource["apiVersion"]}/{resource["kind"]}" switch
        {
            KServe => [.. KServeProjection.Of(resource, Runtime(resource, servingRuntime), role => Bounds("Deployment", $"{Name(resource)}-{role}"))],
            "serving.kserve.io/v1alpha2/LLMInferenceService" => [KServeProjection.OfLanguageModel(resource, Bounds("Deployment", $"{Name(resource)}-kserve"))],
            "ray.io/v1/RayService" => [.. RayProjection.OfService(resource)],
            "ray.io/v1/RayCluster" => [.. RayProjection.OfCluster(resource)],
            "ray.io/v1/RayJob" => [.. RayProjection.OfJob(resource)],
            "leaderworkerset.x-k8s.io/v1/LeaderWorkerSet" => [.. LeaderWorkerSetProjection.Of(resource, Bounds("LeaderWorkerSet", Name(resource)))],
            "apps/v1/Deployment" => [DeploymentProjection.Of(resource, Bounds("Deployment", Name(resource)))],
            "apps/v1/StatefulSet" => [DeploymentProjection.OfStatefulSet(resource)],
            "apps/v1/DaemonSet" => [DeploymentProjection.OfDaemonSet(resource)],
            "batch/v1/Job" => [JobProjection.Of(resource)],
            "batch/v1/CronJob" => [JobProjection.OfCronJob(resource)],
            "keda.sh/v1alpha1/ScaledJob" => [JobProjection.OfScaledJob(resource)],
            _ => [],
        };

        ScalerBounds? Bounds(string kind, string name) => ScalerBounds.Of(scaler?.Invoke(kind, name));
    }

    private static string Name(JsonObject resource) => (string?)resource["metadata"]?["name"] ?? "";

    private static JsonObject? Runtime(JsonObject resource, Func<string, JsonObject?> servingRuntime) =>
        resource["spec"]!["predictor"]!["model"]?["runtime"] is { } name
            ? servingRuntime(name.GetValue<string>()) ?? throw new ArgumentException($"there is no ServingRuntime '{name}'", nameof(resource))
            : null;
}
