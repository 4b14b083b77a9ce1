using Pulumi;

namespace Infra.Components.Traffic.EnvoyGateway;

/// <summary><c>EnvoyProxy</c> of Envoy Gateway (gateway.envoyproxy.io/v1alpha1): the pods and the Service of a gateway.</summary>
public sealed class EnvoyProxy(string name, EnvoyProxyArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
