using Pulumi;

namespace Infra.Components.Serving.Ray;

/// <summary><c>RayJob</c> of KubeRay (ray.io/v1): a command that runs on a Ray cluster of its own.</summary>
public sealed class KubeRayJob(string name, KubeRayJobArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
