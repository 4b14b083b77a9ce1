using Pulumi;

namespace Infra.Components.Serving.Ray;

/// <summary><c>RayCluster</c> of KubeRay (ray.io/v1).</summary>
public sealed class KubeRayCluster(string name, KubeRayClusterArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
