using Pulumi;

namespace Infra.Components.Keda;

/// <summary><c>ScaledJob</c> of KEDA (keda.sh/v1alpha1): starts a Job for what waits.</summary>
public sealed class ScaledJob(string name, ScaledJobArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
