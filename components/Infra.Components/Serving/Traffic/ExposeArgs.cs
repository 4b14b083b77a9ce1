using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>How requests from outside the cluster come to a model.</summary>
public sealed class ExposeArgs : ResourceArgs
{
    /// <summary>Who brings them: <c>gateway</c>, <c>alb</c>, <c>autoModeAlb</c> or <c>ingress</c>.</summary>
    [Input("via", required: true)]
    public required string Via { get; init; }

    /// <summary>Host that callers ask for, such as <c>models.example.com</c>; several models may share it.</summary>
    [Input("host", required: true)]
    public required string Host { get; init; }

    /// <summary>Path that the model's requests begin with: whole segments. Default: <c>/</c>, all of the host.</summary>
    [Input("path")]
    public string Path { get; init; } = RootPath;

    /// <summary>What the model sees in the place of <see cref="Path"/>. Default: none, it sees the path as it was asked for.</summary>
    [Input("rewrite")]
    public string? Rewrite { get; init; }

    /// <summary>The certificate. Default: none; requests come unencrypted.</summary>
    [Input("tls")]
    public ExposeTlsArgs? Tls { get; init; }

    /// <summary>Most that a request may carry, as Kubernetes quantity; the gateway reads a request whole before it passes it on. Default: no limit.</summary>
    [Input("maxBody")]
    public string? MaxBody { get; init; }

    /// <summary>Seconds of silence after which a request is given up, 1 to 4000. Default: those of the longest request.</summary>
    [Input("idleTimeoutSeconds")]
    public int? IdleTimeoutSeconds { get; init; }

    /// <summary>Most requests per time. Default: no limit.</summary>
    [Input("rateLimit")]
    public RateLimitArgs? RateLimit { get; init; }

    /// <summary>Who may call: all that is set has to be fulfilled. Default: everybody.</summary>
    [Input("authentication")]
    public AuthenticationArgs? Authentication { get; init; }

    /// <summary>Host of the model's gRPC port, another than <see cref="Host"/>: a host is for REST or for gRPC. Default: none.</summary>
    [Input("grpcHost")]
    public string? GrpcHost { get; init; }

    /// <summary>An endpoint picker that chooses the replica of each request; with <c>gateway</c> and the runtime <c>vllm</c> only. Default: none, the gateway chooses.</summary>
    [Input("inferencePool")]
    public EndpointPickerArgs? InferencePool { get; init; }

    /// <summary>Networks that may call, in CIDR notation. Default: all.</summary>
    [Input("allowedCidrs")]
    public List<string> AllowedCidrs { get; init; } = [];

    /// <summary>What gets the requests to the REST interface in the model's place. Default: nothing, the model gets them itself.</summary>
    [Input("front")]
    public ExposeFrontArgs? Front { get; init; }

    /// <summary>The gateway; needed with <c>gateway</c>, and with it only.</summary>
    [Input("gateway")]
    public GatewayReferenceArgs? Gateway { get; init; }

    /// <summary>Class of the Ingress; needed with every other way.</summary>
    [Input("ingressClass")]
    public Input<string>? IngressClass { get; init; }

    /// <summary>Annotations for the controller of the class; with <c>ingress</c> only. Default: none.</summary>
    [Input("annotations")]
    public Dictionary<string, string> Annotations { get; init; } = [];

    /// <summary>
    /// Where another cluster answers for the same hosts: <c>primary</c> for the one that does while it can, <c>secondary</c> for the other. For ExternalDNS with Route 53. Default: none, the hosts are this
    /// cluster's own.
    /// </summary>
    [Input("failover")]
    public string? Failover { get; init; }

    /// <summary>ARN of a web ACL of AWS WAF that guards the load balancer; the same for all models of one. Default: none.</summary>
    [Input("webAclArn")]
    public Input<string>? WebAclArn { get; init; }

    /// <summary>Networks that a load balancer's requests and health checks come from, in CIDR notation; needed with a load balancer.</summary>
    [Input("sourceCidrs")]
    public List<string> SourceCidrs { get; init; } = [];

    /// <summary>Namespace of the pods that requests come from: the gateway's or the controller's. Needed where there are such.</summary>
    [Input("sourceNamespace")]
    public string? SourceNamespace { get; init; }

    /// <summary>Default of <see cref="Path"/>.</summary>
    public const string RootPath = "/";
}
