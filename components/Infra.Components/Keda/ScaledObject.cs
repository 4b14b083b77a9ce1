using Pulumi;

namespace Infra.Components.Keda;

/// <summary><c>ScaledObject</c> of KEDA (keda.sh/v1alpha1): scales a workload, by the one horizontal pod autoscaler that KEDA makes of it.</summary>
public sealed class ScaledObject(string name, ScaledObjectArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
