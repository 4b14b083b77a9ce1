using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Serving.Ray;

/// <summary>Inputs of <see cref="KubeRayCluster"/>.</summary>
public sealed class KubeRayClusterArgs() : CustomResourceArgs("ray.io/v1", "RayCluster")
{
    /// <summary>Head and workers.</summary>
    [Input("spec", required: true)]
    public required Input<RayClusterSpecArgs> Spec { get; init; }
}
