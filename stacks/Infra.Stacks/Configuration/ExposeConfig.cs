using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Network;
using Infra.Core.Serving.Traffic;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>How requests from outside the cluster come to a model.</summary>
public sealed record ExposeConfig
{
    internal const string HostPattern = "[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+";
    internal const string HostAllowed = "a host name such as models.example.com";

    /// <summary>
    /// Who brings them. The gateway (Envoy Gateway) limits and checks requests best; an Application Load Balancer has certificates of AWS Certificate Manager and AWS
    /// WAF; a class of Ingress is what the cluster has already.
    /// </summary>
    public required ExposedBy Via { get; init; }

    /// <summary>Host that callers ask for; several models may share it, with a path each.</summary>
    [Matches(HostPattern, HostAllowed)]
    [MaxLength(253)]
    public required string Host { get; init; }

    /// <summary>Who reaches the load balancer, of which there is one for all models with the same via and scheme. Default: internal.</summary>
    public LoadBalancerScheme Scheme { get; init; } = LoadBalancerScheme.Internal;

    /// <summary>Path that the model's requests begin with, by whole segments. Default: /, all of the host.</summary>
    [Matches(PublicPath.Pattern, PublicPath.AllowedForm)]
    public string Path { get; init; } = "/";

    /// <summary>What the model sees in the place of path, such as /. Default: none, it sees the path as it was asked for.</summary>
    [Matches(PublicPath.Pattern, PublicPath.AllowedForm)]
    public string? Rewrite { get; init; }

    /// <summary>The certificate; plain requests are sent on to HTTPS then. Default: none, requests come unencrypted.</summary>
    public ExposeTlsConfig? Tls { get; init; }

    /// <summary>Most that a request may carry; the gateway reads it whole before it passes it on. Default: no limit.</summary>
    [InRange<ByteSize>(Min = "1Ki", Max = "1Gi")]
    public ByteSize? MaxBody { get; init; }

    /// <summary>Seconds of silence after which a request is given up. Default: those of the longest request (objectives.longestRequestSeconds).</summary>
    [InRange(Min = 1, Max = AlbRules.MostIdleSeconds)]
    public int? IdleTimeoutSeconds { get; init; }

    /// <summary>Most requests per time, of all callers together. Default: no limit.</summary>
    public RateLimitConfig? RateLimit { get; init; }

    /// <summary>What callers have to bring; all that is set. Default: nothing.</summary>
    public AuthenticationConfig? Authentication { get; init; }

    /// <summary>Host of the model's gRPC interface, another than that of REST. Default: none.</summary>
    [Matches(HostPattern, HostAllowed)]
    [MaxLength(253)]
    public string? GrpcHost { get; init; }

    /// <summary>
    /// Chooses the replica of each request by queue and cache, where the gateway would go by requests in work alone; for the runtime vllm. Default: none, the gateway chooses.
    /// </summary>
    public InferencePoolConfig? InferencePool { get; init; }

    /// <summary>Networks that may call. Default: all that reach the load balancer.</summary>
    public ImmutableArray<Ipv4Network> AllowedCidrs { get; init; } = [];

    /// <summary>Annotations for the controller of the class of Ingress. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Who brings requests, once it is known who makes load balancers here.</summary>
    internal ExposeVia ViaOf(PlatformSettings settings) => Via switch
    {
        ExposedBy.Gateway => ExposeVia.Gateway,
        ExposedBy.Ingress => ExposeVia.Ingress,
        _ => settings.NodeAutoscaling.Kind == NodeAutoscalerKind.AutoMode ? ExposeVia.AutoModeAlb : ExposeVia.Alb,
    };

    /// <summary>Hosts that it takes.</summary>
    internal IEnumerable<string> Hosts() => GrpcHost is null ? [Host] : [Host, GrpcHost];

    /// <summary>The same in the form of the rules that the component has too.</summary>
    internal ExposeRequest ToRequest() => new()
    {
        Host = Host,
        GrpcHost = GrpcHost,
        Path = new PublicPath(Path, Rewrite),
        HasTls = Tls is not null,
        Certificates = [.. Tls?.Features() ?? []],
        HasMaxBody = MaxBody is not null,
        IdleTimeoutSeconds = IdleTimeoutSeconds,
        HasRateLimit = RateLimit is not null,
        Authentication = [.. Authentication?.Features() ?? []],
        OidcEndpoints = Authentication?.Oidc is { AuthorizationEndpoint: not null, TokenEndpoint: not null, UserInfoEndpoint: not null },
        Networks = AllowedCidrs.Length,
        IsInternetFacing = Scheme == LoadBalancerScheme.InternetFacing,
        HasAnnotations = !Annotations.IsEmpty,
        HasInferencePool = InferencePool is not null,
    };
}

/// <summary>Who brings requests to a model.</summary>
public enum ExposedBy
{
    /// <summary>The environment's gateway.</summary>
    Gateway,

    /// <summary>An Application Load Balancer of AWS.</summary>
    Alb,

    /// <summary>A class of Ingress that the cluster has: traffic.ingress.</summary>
    Ingress,
}

/// <summary>The certificate of an exposed model; exactly one of the three.</summary>
public sealed record ExposeTlsConfig
{
    /// <summary>ARN of a certificate of AWS Certificate Manager.</summary>
    [Matches("arn:aws:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]+", "the ARN of a certificate, such as arn:aws:acm:us-west-2:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab")]
    public string? CertificateArn { get; init; }

    /// <summary>Name of a ClusterIssuer of cert-manager; who makes it is yours to say.</summary>
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public string? Issuer { get; init; }

    /// <summary>Name of a Secret of the type kubernetes.io/tls: in the namespace envoy-gateway-system for the gateway, in that of the models for an Ingress.</summary>
    [SecretByMistake]
    [Matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?", "a lower-case name of letters, digits, '-' and '.'")]
    public string? Secret { get; init; }

    /// <summary>What is asked for.</summary>
    internal IEnumerable<ExposeFeature> Features() => new (string? Value, ExposeFeature Feature)[]
    {
        (CertificateArn, ExposeFeature.AcmCertificate), (Issuer, ExposeFeature.Issuer), (Secret, ExposeFeature.TlsSecret),
    }.Where(source => source.Value is not null).Select(source => source.Feature);
}

/// <summary>Most requests per time.</summary>
public sealed record RateLimitConfig
{
    /// <summary>How many. The gateway's pods count each for itself: every one lets its part through, rounded up.</summary>
    [InRange(Min = 1, Max = 1_000_000)]
    public required int Requests { get; init; }

    /// <summary>In which time. Default: second.</summary>
    public RateUnit Per { get; init; } = RateUnit.Second;
}
