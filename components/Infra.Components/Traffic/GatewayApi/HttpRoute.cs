using Pulumi;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary><c>HTTPRoute</c> of the Gateway API (gateway.networking.k8s.io/v1): which requests go to which Services.</summary>
public sealed class HttpRoute(string name, HttpRouteArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
