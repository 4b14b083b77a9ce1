using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>What a model asks of whoever exposes it, as configuration and component both check it.</summary>
public sealed record ExposeRequest
{
    /// <summary>Host of the REST interface.</summary>
    public required string Host { get; init; }

    /// <summary>Host of the gRPC interface; null for none.</summary>
    public string? GrpcHost { get; init; }

    /// <summary>The path.</summary>
    public required PublicPath Path { get; init; }

    /// <summary>Whether requests are encrypted.</summary>
    public bool HasTls { get; init; }

    /// <summary>Where the certificate comes from: one, if there is one at all.</summary>
    public ImmutableArray<ExposeFeature> Certificates { get; init; } = [];

    /// <summary>Whether there is a limit of the body's size.</summary>
    public bool HasMaxBody { get; init; }

    /// <summary>Limit of silence; null where nobody said one.</summary>
    public int? IdleTimeoutSeconds { get; init; }

    /// <summary>Whether there is a limit of requests per time.</summary>
    public bool HasRateLimit { get; init; }

    /// <summary>What callers have to bring.</summary>
    public ImmutableArray<ExposeFeature> Authentication { get; init; } = [];

    /// <summary>Whether all addresses of the provider of OpenID Connect are named.</summary>
    public bool OidcEndpoints { get; init; }

    /// <summary>How many networks may call; 0 for all.</summary>
    public int Networks { get; init; }

    /// <summary>Whether a load balancer faces the internet.</summary>
    public bool IsInternetFacing { get; init; }

    /// <summary>Whether there are annotations for the controller.</summary>
    public bool HasAnnotations { get; init; }

    /// <summary>Adds a problem for whatever can't be.</summary>
    /// <param name="path">Path of <c>expose</c>.</param>
    /// <param name="via">Who exposes the model.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ExposeVia via, ExposeRequest request, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(problems);
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong && !problems.Cover($"{path}.{key}"))
            {
                problems.Add($"{path}.{key}", message);
            }
        }

        Refuse(request.HasTls && request.Certificates.Length != 1, "tls", "has not exactly one of certificateArn, issuer and secret; say where the certificate comes from");
        ExposeSupport.Check(path, via, request.Features(), problems);
        var isAlb = ExposeVias.IsAlb(via);
        Refuse(request.GrpcHost == request.Host, "grpcHost", $"'{request.GrpcHost}' is the host of the REST interface too, and a host is for one of them; name another");
        Refuse(
            request.GrpcHost is not null && isAlb && !request.HasTls, "grpcHost", "an Application Load Balancer takes gRPC over HTTPS only; set tls");
        Refuse(
            request.Authentication.Length > 0 && !request.HasTls, "authentication", "what callers bring to prove who they are would come unencrypted, for everybody on the way to take; set tls");
        Refuse(
            isAlb && request.Authentication.Contains(ExposeFeature.Oidc) && !request.OidcEndpoints,
            "authentication.oidc",
            "an Application Load Balancer reads no discovery document; set authorizationEndpoint, tokenEndpoint and userInfoEndpoint");
        Refuse(
            isAlb && request.Authentication.Contains(ExposeFeature.Oidc) && request.Authentication.Contains(ExposeFeature.Jwt),
            "authentication.jwt",
            "an Application Load Balancer checks tokens or signs people in, not both; remove one");
        Refuse(
            request.IdleTimeoutSeconds is { } idle && (idle < 1 || idle > AlbRules.MostIdleSeconds),
            "idleTimeoutSeconds",
            $"{request.IdleTimeoutSeconds} is not between 1 and {AlbRules.MostIdleSeconds}");
        Refuse(
            isAlb && request.Networks > AlbRules.MostNetworks(request.Path.Prefix),
            "allowedCidrs",
            $"has {request.Networks} networks, and a rule of an Application Load Balancer with this path has room for {AlbRules.MostNetworks(request.Path.Prefix)}; "
            + "name larger networks, or guard it with AWS WAF (traffic.alb.webAclArn)");
    }

    /// <summary>Adds a problem where no request gets to the model's interfaces.</summary>
    public static void CheckPath(string path, PublicPath publicPath, RuntimeSpec runtime, bool hasGrpc, bool hasTransformer, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(publicPath);
        ArgumentNullException.ThrowIfNull(runtime);
        ArgumentNullException.ThrowIfNull(problems);
        if (publicPath.Outside(runtime.ApiPath) is null)
        {
            problems.Add(
                $"{path}.path",
                $"the model answers on {runtime.ApiPath}, and sees requests on {publicPath.Rewrite ?? publicPath.Prefix}; "
                + (publicPath.Rewrite is null ? "add rewrite: /, or use a path that it begins with" : "rewrite to /, or to what it begins with"));
        }

        if (hasGrpc && (runtime.GrpcPort is null || hasTransformer))
        {
            problems.Add($"{path}.grpcHost", $"the {(hasTransformer ? "transformer" : $"runtime {runtime.Name}")} has no gRPC interface; remove it");
        }
    }

    private IEnumerable<ExposeFeature> Features()
    {
        foreach (var (asked, feature) in new[]
        {
            (Path.Rewrite is not null, ExposeFeature.Rewrite),
            (HasMaxBody, ExposeFeature.MaxBody),
            (IdleTimeoutSeconds is not null, ExposeFeature.IdleTimeout),
            (HasRateLimit, ExposeFeature.RateLimit),
            (GrpcHost is not null, ExposeFeature.Grpc),
            (Networks > 0, ExposeFeature.AllowedCidrs),
            (IsInternetFacing, ExposeFeature.InternetFacing),
            (HasAnnotations, ExposeFeature.Annotations),
        })
        {
            if (asked)
            {
                yield return feature;
            }
        }

        foreach (var feature in Certificates.Concat(Authentication))
        {
            yield return feature;
        }
    }
}
