using Pulumi;

namespace Infra.Components.Traffic.EnvoyGateway;

/// <summary><c>SecurityPolicy</c> of Envoy Gateway (gateway.envoyproxy.io/v1alpha1): who may call.</summary>
public sealed class SecurityPolicy(string name, SecurityPolicyArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
