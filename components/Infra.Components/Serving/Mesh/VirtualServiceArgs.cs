using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Serving.Mesh;

/// <summary>Inputs of <see cref="VirtualService"/>.</summary>
public sealed class VirtualServiceArgs() : CustomResourceArgs("networking.istio.io/v1", "VirtualService")
{
    /// <summary>The calls.</summary>
    [Input("spec", required: true)]
    public required Input<VirtualServiceSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="VirtualService"/>.</summary>
public sealed class VirtualServiceSpecArgs : ResourceArgs
{
    /// <summary>Hosts that are called.</summary>
    [Input("hosts", required: true)]
    public InputList<string> Hosts { get; init; } = new();

    /// <summary>What happens to calls, by the first that matches.</summary>
    [Input("http", required: true)]
    public InputList<HttpRouteArgs> Http { get; init; } = new();
}

/// <summary>What happens to calls of one port.</summary>
public sealed class HttpRouteArgs : ResourceArgs
{
    /// <summary>Which calls.</summary>
    [Input("match", required: true)]
    public InputList<HttpMatchRequestArgs> Match { get; init; } = new();

    /// <summary>Where they go, in shares.</summary>
    [Input("route", required: true)]
    public InputList<HttpRouteDestinationArgs> Route { get; init; } = new();

    /// <summary>Where they go too.</summary>
    [Input("mirrors")]
    public InputList<HttpMirrorPolicyArgs> Mirrors { get; init; } = new();

    /// <summary>When they are tried again.</summary>
    [Input("retries", required: true)]
    public required Input<HttpRetryArgs> Retries { get; init; }

    /// <summary>How long they may take, e.g. <c>60s</c>.</summary>
    [Input("timeout", required: true)]
    public required Input<string> Timeout { get; init; }
}

/// <summary>Which calls.</summary>
public sealed class HttpMatchRequestArgs : ResourceArgs
{
    /// <summary>Port that is called.</summary>
    [Input("port", required: true)]
    public required Input<int> Port { get; init; }
}

/// <summary>A share of calls.</summary>
public sealed class HttpRouteDestinationArgs : ResourceArgs
{
    /// <summary>Where they go.</summary>
    [Input("destination", required: true)]
    public required Input<DestinationArgs> Destination { get; init; }

    /// <summary>In percent.</summary>
    [Input("weight", required: true)]
    public required Input<int> Weight { get; init; }
}

/// <summary>A Service's port.</summary>
public sealed class DestinationArgs : ResourceArgs
{
    /// <summary>Host of the Service.</summary>
    [Input("host", required: true)]
    public required Input<string> Host { get; init; }

    /// <summary>Its port.</summary>
    [Input("port", required: true)]
    public required Input<PortSelectorArgs> Port { get; init; }
}

/// <summary>A port.</summary>
public sealed class PortSelectorArgs : ResourceArgs
{
    /// <summary>Its number.</summary>
    [Input("number", required: true)]
    public required Input<int> Number { get; init; }
}

/// <summary>Where calls go too.</summary>
public sealed class HttpMirrorPolicyArgs : ResourceArgs
{
    /// <summary>The Service.</summary>
    [Input("destination", required: true)]
    public required Input<DestinationArgs> Destination { get; init; }

    /// <summary>How many of them.</summary>
    [Input("percentage", required: true)]
    public required Input<PercentArgs> Percentage { get; init; }
}

/// <summary>A share of 100.</summary>
public sealed class PercentArgs : ResourceArgs
{
    /// <summary>0 to 100.</summary>
    [Input("value", required: true)]
    public required Input<double> Value { get; init; }
}

/// <summary>When calls are tried again.</summary>
public sealed class HttpRetryArgs : ResourceArgs
{
    /// <summary>How often.</summary>
    [Input("attempts", required: true)]
    public required Input<int> Attempts { get; init; }

    /// <summary>After what, in Envoy's words; not allowed without attempts.</summary>
    [Input("retryOn")]
    public Input<string>? RetryOn { get; init; }
}
