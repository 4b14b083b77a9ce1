using Pulumi;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary><c>Gateway</c> of the Gateway API (gateway.networking.k8s.io/v1): ports, hosts and certificates.</summary>
public sealed class Gateway(string name, GatewayArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
