using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Infra.Components.Traffic.GatewayApi;

/// <summary>Inputs of <see cref="HttpRoute"/>.</summary>
public sealed class HttpRouteArgs() : CustomResourceArgs("gateway.networking.k8s.io/v1", "HTTPRoute")
{
    /// <summary>The route.</summary>
    [Input("spec", required: true)]
    public required Input<HttpRouteSpecArgs> Spec { get; init; }
}

/// <summary>Specification of a <see cref="HttpRoute"/>.</summary>
public sealed class HttpRouteSpecArgs : ResourceArgs
{
    /// <summary>Listeners that it belongs to.</summary>
    [Input("parentRefs", required: true)]
    public InputList<ParentReferenceArgs> ParentRefs { get; init; } = new();

    /// <summary>Hosts of its requests. Default: those of the listeners.</summary>
    [Input("hostnames")]
    public InputList<string> Hostnames { get; init; } = new();

    /// <summary>What becomes of them.</summary>
    [Input("rules", required: true)]
    public InputList<HttpRouteRuleArgs> Rules { get; init; } = new();
}

/// <summary>One rule of a <see cref="HttpRoute"/>.</summary>
public sealed class HttpRouteRuleArgs : ResourceArgs
{
    /// <summary>Which requests. Default: all.</summary>
    [Input("matches")]
    public InputList<HttpRouteMatchArgs> Matches { get; init; } = new();

    /// <summary>What is done with them on their way.</summary>
    [Input("filters")]
    public InputList<HttpRouteFilterArgs> Filters { get; init; } = new();

    /// <summary>Where they go.</summary>
    [Input("backendRefs")]
    public InputList<BackendReferenceArgs> BackendRefs { get; init; } = new();
}

/// <summary>Which requests a rule of a <see cref="HttpRoute"/> is for.</summary>
public sealed class HttpRouteMatchArgs : ResourceArgs
{
    /// <summary>Their path.</summary>
    [Input("path", required: true)]
    public required Input<HttpPathMatchArgs> Path { get; init; }
}

/// <summary>The path of requests.</summary>
public sealed class HttpPathMatchArgs : ResourceArgs
{
    /// <summary><c>PathPrefix</c>, by whole segments.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>The path.</summary>
    [Input("value", required: true)]
    public required Input<string> Value { get; init; }
}

/// <summary>What a rule of a <see cref="HttpRoute"/> does with requests.</summary>
public sealed class HttpRouteFilterArgs : ResourceArgs
{
    /// <summary><c>URLRewrite</c> or <c>RequestRedirect</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>The rewriting.</summary>
    [Input("urlRewrite")]
    public Input<HttpUrlRewriteArgs>? UrlRewrite { get; init; }

    /// <summary>The redirection.</summary>
    [Input("requestRedirect")]
    public Input<HttpRedirectArgs>? RequestRedirect { get; init; }
}

/// <summary>How a path is rewritten.</summary>
public sealed class HttpUrlRewriteArgs : ResourceArgs
{
    /// <summary>The path.</summary>
    [Input("path", required: true)]
    public required Input<HttpPathModifierArgs> Path { get; init; }
}

/// <summary>What stands in the place of a path.</summary>
public sealed class HttpPathModifierArgs : ResourceArgs
{
    /// <summary><c>ReplacePrefixMatch</c>.</summary>
    [Input("type", required: true)]
    public required Input<string> Type { get; init; }

    /// <summary>What stands in the place of the matched prefix.</summary>
    [Input("replacePrefixMatch", required: true)]
    public required Input<string> ReplacePrefixMatch { get; init; }
}

/// <summary>Where a caller is sent.</summary>
public sealed class HttpRedirectArgs : ResourceArgs
{
    /// <summary><c>https</c>.</summary>
    [Input("scheme", required: true)]
    public required Input<string> Scheme { get; init; }

    /// <summary>Status of the answer.</summary>
    [Input("statusCode", required: true)]
    public required Input<int> StatusCode { get; init; }
}
