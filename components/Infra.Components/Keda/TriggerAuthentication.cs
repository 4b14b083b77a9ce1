using Pulumi;

namespace Infra.Components.Keda;

/// <summary><c>TriggerAuthentication</c> of KEDA (keda.sh/v1alpha1): as whom triggers ask.</summary>
public sealed class TriggerAuthentication(string name, TriggerAuthenticationArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
