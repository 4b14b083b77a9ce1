using Pulumi;

namespace Infra.Components.Serving.Ray;

/// <summary><c>RayService</c> of KubeRay (ray.io/v1): a Ray cluster with Ray Serve applications on it, and a Service in front.</summary>
public sealed class RayService(string name, RayServiceArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
