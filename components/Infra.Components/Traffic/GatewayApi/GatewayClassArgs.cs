using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary>Inputs of <see cref="GatewayClass"/>.</summary>
public sealed class GatewayClassArgs() : CustomResourceArgs("gateway.networking.k8s.io/v1", "GatewayClass")
{
    /// <summary>The class.</summary>
    [Input("spec", required: true)]
    public required Input<GatewayClassSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="GatewayClass"/>.</summary>
public sealed class GatewayClassSpecArgs : ResourceArgs
{
    /// <summary>Name under which the controller looks for its classes.</summary>
    [Input("controllerName", required: true)]
    public required Input<string> ControllerName { get; init; }
}
