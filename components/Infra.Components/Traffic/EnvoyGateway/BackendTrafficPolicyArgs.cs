using Infra.Components.Traffic.GatewayApi;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Traffic.EnvoyGateway;

/// <summary>Inputs of <see cref="BackendTrafficPolicy"/>.</summary>
public sealed class BackendTrafficPolicyArgs() : CustomResourceArgs("gateway.envoyproxy.io/v1alpha1", "BackendTrafficPolicy")
{
    /// <summary>The policy.</summary>
    [Input("spec", required: true)]
    public required Input<BackendTrafficPolicySpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="BackendTrafficPolicy"/>.</summary>
public sealed class BackendTrafficPolicySpecArgs : ResourceArgs
{
    /// <summary>Routes that it is for.</summary>
    [Input("targetRefs", required: true)]
    public InputList<ObjectReferenceArgs> TargetRefs { get; init; } = new();

    /// <summary>How long requests may take.</summary>
    [Input("timeout", required: true)]
    public required Input<BackendTimeoutArgs> Timeout { get; init; }

    /// <summary>Most requests per time. Default: no limit.</summary>
    [Input("rateLimit")]
    public Input<BackendRateLimitArgs>? RateLimit { get; init; }

    /// <summary>How much of a request is read before it is passed on, which is the most that it may carry. Default: it is passed on as it comes.</summary>
    [Input("requestBuffer")]
    public Input<RequestBufferArgs>? RequestBuffer { get; init; }
}

/// <summary>How long requests may take.</summary>
public sealed class BackendTimeoutArgs : ResourceArgs
{
    /// <summary>Those over HTTP.</summary>
    [Input("http", required: true)]
    public required Input<HttpTimeoutArgs> Http { get; init; }
}

/// <summary>How long requests over HTTP may take.</summary>
public sealed class HttpTimeoutArgs : ResourceArgs
{
    /// <summary>Until the whole answer is there, as duration.</summary>
    [Input("requestTimeout", required: true)]
    public required Input<string> RequestTimeout { get; init; }

    /// <summary>While nothing is sent either way, as duration.</summary>
    [Input("streamIdleTimeout", required: true)]
    public required Input<string> StreamIdleTimeout { get; init; }
}

/// <summary>Most requests per time.</summary>
public sealed class BackendRateLimitArgs : ResourceArgs
{
    /// <summary><c>Local</c>: every pod of the gateway counts for itself.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>Limits.</summary>
    [Input("local", required: true)]
    public required Input<LocalRateLimitArgs> Local { get; init; }
}

/// <summary>Limits that every pod of the gateway counts for itself.</summary>
public sealed class LocalRateLimitArgs : ResourceArgs
{
    /// <summary>One for each kind of request.</summary>
    [Input("rules", required: true)]
    public InputList<RateLimitRuleArgs> Rules { get; init; } = new();
}

/// <summary>A limit for all requests.</summary>
public sealed class RateLimitRuleArgs : ResourceArgs
{
    /// <summary>The limit.</summary>
    [Input("limit", required: true)]
    public required Input<RateLimitValueArgs> Limit { get; init; }
}

/// <summary>A number of requests per time.</summary>
public sealed class RateLimitValueArgs : ResourceArgs
{
    /// <summary>The number.</summary>
    [Input("requests", required: true)]
    public required Input<int> Requests { get; init; }

    /// <summary><c>Second</c>, <c>Minute</c> or <c>Hour</c>.</summary>
    [Input("unit", required: true)]
    public required Input<string> Unit { get; init; }
}

/// <summary>How much of a request is read before it is passed on.</summary>
public sealed class RequestBufferArgs : ResourceArgs
{
    /// <summary>Most that a request may carry, as quantity; more is answered with 413.</summary>
    [Input("limit", required: true)]
    public required Input<string> Limit { get; init; }
}
