using Pulumi;

namespace Infra.Components.Traffic.EnvoyGateway;

/// <summary><c>BackendTrafficPolicy</c> of Envoy Gateway (gateway.envoyproxy.io/v1alpha1): limits of requests on their way to a model.</summary>
public sealed class BackendTrafficPolicy(string name, BackendTrafficPolicyArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
