using Infra.Components.Serving.Backends;
using Infra.Components.Traffic;
using Infra.Components.Traffic.Dns;
using Infra.Components.Traffic.EnvoyGateway;
using Infra.Components.Traffic.GatewayApi;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Serving.Traffic;

/// <summary>A model behind the environment's gateway: routes, their limits, and who may call.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-pool, NAME-picker-…  optional: InferencePool and its endpoint picker, see <see cref="InferencePools"/>
/// NAME-route                HTTPRoute
/// NAME-traffic-policy       BackendTrafficPolicy: timeouts, rate, size
/// NAME-grpc-route           optional: GRPCRoute
/// NAME-grpc-traffic-policy  optional: the same without a size, because a stream has none
/// NAME-security-policy      optional: SecurityPolicy of both routes
/// </code>
/// </remarks>
internal static class GatewayExposure
{
    private const string Group = "gateway.networking.k8s.io";

    /// <summary>Declares it.</summary>
    public static void Create(ServingSpec spec, ExposeArgs expose, ServedModel served, ServingChildren children)
    {
        var behind = expose.InferencePool is { } picker ? InferencePools.Create(spec, expose, picker, children) : [];
        var route = new HttpRoute($"{spec.Name}-route", new HttpRouteArgs { Metadata = RouteMetadata(spec, expose), Spec = Route(spec, expose, served) }, children.Of([served.Service, .. behind]));
        _ = Limits($"{spec.Name}-traffic-policy", spec, expose, "HTTPRoute", spec.Args.Model, expose.MaxBody, children.Of(route));
        if (expose.GrpcHost is { } host)
        {
            var name = $"{spec.Args.Model}-grpc";
            var grpc = new GrpcRoute($"{spec.Name}-grpc-route", new GrpcRouteArgs
            {
                Metadata = RouteMetadata(spec, expose, name),
                Spec = new GrpcRouteSpecArgs
                {
                    ParentRefs = { Parent(expose, host) },
                    Hostnames = { host },
                    Rules = { new GrpcRouteRuleArgs { BackendRefs = Backends(served.GrpcShares) } },
                },
            }, children.Of(served.Service));
            _ = Limits($"{spec.Name}-grpc-traffic-policy", spec, expose, "GRPCRoute", name, maxBody: null, children.Of(grpc));
        }

        if (GatewaySecurity.For(expose, Targets(spec, expose)) is { } security)
        {
            _ = new SecurityPolicy($"{spec.Name}-security-policy", new SecurityPolicyArgs { Metadata = Metadata(spec), Spec = security }, children.Of(route));
        }
    }

    private static HttpRouteSpecArgs Route(ServingSpec spec, ExposeArgs expose, ServedModel served)
    {
        var rule = new HttpRouteRuleArgs
        {
            Matches = new[] { new HttpRouteMatchArgs { Path = new HttpPathMatchArgs { Type = "PathPrefix", Value = expose.Path } } },
            Filters = expose.Rewrite is { } rewrite ? (InputList<HttpRouteFilterArgs>)Rewriting(rewrite) : null,
            BackendRefs = expose.InferencePool is null ? Backends(served.HttpShares) : InferencePools.Reference(spec),
        };
        return new HttpRouteSpecArgs { ParentRefs = { Parent(expose, expose.Host) }, Hostnames = { expose.Host }, Rules = { rule } };
    }

    private static HttpRouteFilterArgs Rewriting(string rewrite) => new()
    {
        Type = "URLRewrite",
        UrlRewrite = new HttpUrlRewriteArgs { Path = new HttpPathModifierArgs { Type = "ReplacePrefixMatch", ReplacePrefixMatch = rewrite } },
    };

    private static ParentReferenceArgs Parent(ExposeArgs expose, string host) => new()
    {
        Name = expose.Gateway!.Name,
        Namespace = expose.Gateway.Namespace,
        SectionName = ModelGateway.ListenerName(host, expose.Tls is not null),
    };

    private static InputList<BackendReferenceArgs> Backends(IEnumerable<Core.Serving.Traffic.TrafficSplit> shares) =>
        shares.Select(share => (Input<BackendReferenceArgs>)new BackendReferenceArgs { Name = share.Service, Port = share.Port, Weight = share.Weight }).ToArray();

    private static BackendTrafficPolicy Limits(
        string name, ServingSpec spec, ExposeArgs expose, string kind, string route, string? maxBody, CustomResourceOptions options)
    {
        var longest = spec.Args.LongestRequestSeconds;
        var policy = new BackendTrafficPolicySpecArgs
        {
            TargetRefs = { new ObjectReferenceArgs { Group = Group, Kind = kind, Name = route } },
            // Envoy gives up after 15 seconds where nobody says more.
            Timeout = new BackendTimeoutArgs { Http = new HttpTimeoutArgs { RequestTimeout = $"{longest}s", StreamIdleTimeout = $"{expose.IdleTimeoutSeconds ?? longest}s" } },
            RateLimit = expose.RateLimit is { } limit ? (Input<BackendRateLimitArgs>)Rate(limit) : null,
            RequestBuffer = maxBody is null ? null : (Input<RequestBufferArgs>)new RequestBufferArgs { Limit = maxBody },
        };
        return new BackendTrafficPolicy(name, new BackendTrafficPolicyArgs { Metadata = Metadata(spec, route), Spec = policy }, options);
    }

    private static BackendRateLimitArgs Rate(RateLimitArgs limit) => new()
    {
        Type = "Local",
        Local = new LocalRateLimitArgs
        {
            Rules = { new RateLimitRuleArgs { Limit = new RateLimitValueArgs { Requests = limit.RequestsPerPod, Unit = $"{char.ToUpperInvariant(limit.Per[0])}{limit.Per[1..]}" } } },
        },
    };

    private static IEnumerable<ObjectReferenceArgs> Targets(ServingSpec spec, ExposeArgs expose)
    {
        yield return new ObjectReferenceArgs { Group = Group, Kind = "HTTPRoute", Name = spec.Args.Model };
        if (expose.GrpcHost is not null)
        {
            yield return new ObjectReferenceArgs { Group = Group, Kind = "GRPCRoute", Name = $"{spec.Args.Model}-grpc" };
        }
    }

    private static Meta.ObjectMetaArgs RouteMetadata(ServingSpec spec, ExposeArgs expose, string? name = null)
    {
        var metadata = Metadata(spec, name);
        foreach (var (key, value) in FailoverRecords.Annotations(expose.Failover))
        {
            metadata.Annotations.Add(key, value);
        }

        return metadata;
    }

    private static Meta.ObjectMetaArgs Metadata(ServingSpec spec, string? name = null)
    {
        var metadata = spec.Metadata();
        if (name is not null)
        {
            metadata.Name = name;
        }

        return metadata;
    }
}
