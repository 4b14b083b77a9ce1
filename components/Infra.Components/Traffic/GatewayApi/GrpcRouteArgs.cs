using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary>Inputs of <see cref="GrpcRoute"/>.</summary>
public sealed class GrpcRouteArgs() : CustomResourceArgs("gateway.networking.k8s.io/v1", "GRPCRoute")
{
    /// <summary>The route.</summary>
    [Input("spec", required: true)]
    public required Input<GrpcRouteSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="GrpcRoute"/>.</summary>
public sealed class GrpcRouteSpecArgs : ResourceArgs
{
    /// <summary>Listeners that it belongs to.</summary>
    [Input("parentRefs", required: true)]
    public InputList<ParentReferenceArgs> ParentRefs { get; init; } = new();

    /// <summary>Hosts of its calls.</summary>
    [Input("hostnames", required: true)]
    public InputList<string> Hostnames { get; init; } = new();

    /// <summary>Where they go.</summary>
    [Input("rules", required: true)]
    public InputList<GrpcRouteRuleArgs> Rules { get; init; } = new();
}

/// <summary>One rule of a <see cref="GrpcRoute"/>, for all calls.</summary>
public sealed class GrpcRouteRuleArgs : ResourceArgs
{
    /// <summary>Where they go.</summary>
    [Input("backendRefs", required: true)]
    public InputList<BackendReferenceArgs> BackendRefs { get; init; } = new();
}
