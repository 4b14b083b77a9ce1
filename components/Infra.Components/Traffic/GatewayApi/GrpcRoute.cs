using Pulumi;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary><c>GRPCRoute</c> of the Gateway API (gateway.networking.k8s.io/v1): which calls go to which Services.</summary>
public sealed class GrpcRoute(string name, GrpcRouteArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
