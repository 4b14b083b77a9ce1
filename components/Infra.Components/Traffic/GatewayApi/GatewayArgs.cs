using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary>Inputs of <see cref="Gateway"/>.</summary>
public sealed class GatewayArgs() : CustomResourceArgs("gateway.networking.k8s.io/v1", "Gateway")
{
    /// <summary>The gateway.</summary>
    [Input("spec", required: true)]
    public required Input<GatewaySpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="Gateway"/>.</summary>
public sealed class GatewaySpecArgs : ResourceArgs
{
    /// <summary>Name of its class.</summary>
    [Input("gatewayClassName", required: true)]
    public required Input<string> GatewayClassName { get; init; }

    /// <summary>Where the class' controller reads more.</summary>
    [Input("infrastructure", required: true)]
    public required Input<GatewayInfrastructureArgs> Infrastructure { get; init; }

    /// <summary>What it listens to.</summary>
    [Input("listeners", required: true)]
    public InputList<GatewayListenerArgs> Listeners { get; init; } = new();
}

/// <summary>Where the controller of a <see cref="Gateway"/> reads more.</summary>
public sealed class GatewayInfrastructureArgs : ResourceArgs
{
    /// <summary>The object.</summary>
    [Input("parametersRef", required: true)]
    public required Input<ObjectReferenceArgs> ParametersRef { get; init; }
}

/// <summary>One listener of a <see cref="Gateway"/>.</summary>
public sealed class GatewayListenerArgs : ResourceArgs
{
    /// <summary>Its name, by which routes refer to it.</summary>
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    /// <summary>Host that it serves. Default: every host.</summary>
    [Input("hostname")]
    public Input<string>? Hostname { get; init; }

    /// <summary>Its port.</summary>
    [Input("port", required: true)]
    public required Input<int> Port { get; init; }

    /// <summary><c>HTTP</c> or <c>HTTPS</c>.</summary>
    [Input("protocol", required: true)]
    public required Input<string> Protocol { get; init; }

    /// <summary>The certificate of a listener for HTTPS.</summary>
    [Input("tls")]
    public Input<GatewayTlsArgs>? Tls { get; init; }

    /// <summary>Whose routes it takes.</summary>
    [Input("allowedRoutes", required: true)]
    public required Input<AllowedRoutesArgs> AllowedRoutes { get; init; }
}

/// <summary>The certificate of a listener.</summary>
public sealed class GatewayTlsArgs : ResourceArgs
{
    /// <summary><c>Terminate</c>.</summary>
    [Input("mode", required: true)]
    public required Input<string> Mode { get; init; }

    /// <summary>Secrets with certificates, in the gateway's namespace.</summary>
    [Input("certificateRefs", required: true)]
    public InputList<SecretReferenceArgs> CertificateRefs { get; init; } = new();
}

/// <summary>Whose routes a listener takes.</summary>
public sealed class AllowedRoutesArgs : ResourceArgs
{
    /// <summary>The namespaces of the routes.</summary>
    [Input("namespaces", required: true)]
    public required Input<RouteNamespacesArgs> Namespaces { get; init; }
}

/// <summary>Namespaces whose routes a listener takes.</summary>
public sealed class RouteNamespacesArgs : ResourceArgs
{
    /// <summary><c>Same</c> or <c>Selector</c>.</summary>
    [Input("from", required: true)]
    public required Input<string> From { get; init; }

    /// <summary>Labels of the namespaces, with <c>Selector</c>.</summary>
    [Input("selector")]
    public Input<LabelSelectorArgs>? Selector { get; init; }
}
