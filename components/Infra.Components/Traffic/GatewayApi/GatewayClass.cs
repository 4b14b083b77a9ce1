using Pulumi;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary><c>GatewayClass</c> of the Gateway API (gateway.networking.k8s.io/v1): which controller realises gateways.</summary>
public sealed class GatewayClass(string name, GatewayClassArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
