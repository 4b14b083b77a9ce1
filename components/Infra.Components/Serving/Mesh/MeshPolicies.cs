using System.Collections.Immutable;
using Infra.Components.Serving.Backends;
using Infra.Core.Serving.Mesh;
using Infra.Core.Serving.Traffic;
using Pulumi;

namespace Infra.Components.Serving.Mesh;

/// <summary>What an Istio that the cluster has does with calls of a model.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-destination-rule  replicas that fail get no calls for a while, and few calls are tried again
/// NAME-virtual-service   optional: shares, mirroring, retries and a time limit; none for a candidate, whose model has the route
/// NAME-telemetry         failed calls are logged, some are traced
/// </code>
/// </remarks>
internal static class MeshPolicies
{
    // The replica with the fewest calls in work: what a language model takes for a call differs a hundredfold.
    private const string LeastRequest = "LEAST_REQUEST";

    /// <summary>Declares it, where the model is in the mesh.</summary>
    public static void Create(ServingSpec spec, ServedModel served, ServingChildren children)
    {
        if (spec.Args.Mesh is not { } mesh)
        {
            return;
        }

        var own = ServingAddress.Of(spec.Backend, spec.Args.Model, spec.Runtime, spec.Args.Transformer is not null);
        _ = new DestinationRule($"{spec.Name}-destination-rule", new DestinationRuleArgs
        {
            Metadata = spec.Metadata(),
            Spec = new DestinationRuleSpecArgs { Host = Host(spec, own.Service), TrafficPolicy = Policy(mesh) },
        }, children.Of(served.Service));
        _ = new Telemetry($"{spec.Name}-telemetry", new TelemetryArgs { Metadata = spec.Metadata(), Spec = Telemetry(spec, mesh) }, children.Of());
        if (!served.HttpShares.IsEmpty)
        {
            _ = new VirtualService($"{spec.Name}-virtual-service", new VirtualServiceArgs
            {
                Metadata = spec.Metadata(),
                Spec = new VirtualServiceSpecArgs { Hosts = { Host(spec, own.Service) }, Http = Routes(spec, mesh, own, served) },
            }, children.Of(served.Service));
        }
    }

    private static IstioTrafficPolicyArgs Policy(MeshArgs mesh) => new()
    {
        LoadBalancer = new IstioLoadBalancerArgs { Simple = LeastRequest },
        ConnectionPool = mesh.MaxPending is { } pending
            ? (Input<ConnectionPoolArgs>)new ConnectionPoolArgs { Http = new HttpSettingsArgs { Http1MaxPendingRequests = pending } }
            : null,
        OutlierDetection = new OutlierDetectionArgs
        {
            Consecutive5xxErrors = mesh.EjectAfter,
            Interval = $"{MeshDefaults.IntervalSeconds}s",
            BaseEjectionTime = $"{mesh.EjectSeconds}s",
            MaxEjectionPercent = mesh.MostEjectedPercent,
        },
        RetryBudget = new RetryBudgetArgs { Percent = mesh.RetryBudgetPercent, MinRetryConcurrency = MeshDefaults.LeastRetries },
    };

    private static InputList<HttpRouteArgs> Routes(ServingSpec spec, MeshArgs mesh, ServingAddress own, ServedModel served)
    {
        var routes = new InputList<HttpRouteArgs> { Route(spec, mesh, own.Port, served.HttpShares, mesh.MirrorTo?.Port) };
        if (own.GrpcPort is { } grpc && !served.GrpcShares.IsEmpty)
        {
            routes.Add(Route(spec, mesh, grpc, served.GrpcShares, mesh.MirrorTo?.GrpcPort));
        }

        return routes;
    }

    private static HttpRouteArgs Route(ServingSpec spec, MeshArgs mesh, int port, ImmutableArray<TrafficSplit> shares, int? mirrorPort)
    {
        var route = new HttpRouteArgs
        {
            Match = { new HttpMatchRequestArgs { Port = port } },
            Retries = new HttpRetryArgs
            {
                Attempts = mesh.RetryAttempts,
                RetryOn = mesh.RetryAttempts > 0 ? (Input<string>)MeshDefaults.RetryOn : null,
            },
            Timeout = $"{spec.Args.LongestRequestSeconds}s",
        };
        foreach (var share in shares)
        {
            route.Route.Add(new HttpRouteDestinationArgs { Destination = Destination(spec, share.Service, share.Port), Weight = share.Weight });
        }

        if (mesh is { MirrorPercent: { } percent, MirrorTo: { } mirror } && mirrorPort is { } number)
        {
            route.Mirrors.Add(new HttpMirrorPolicyArgs { Destination = Destination(spec, mirror.Service, number), Percentage = new PercentArgs { Value = percent } });
        }

        return route;
    }

    private static TelemetrySpecArgs Telemetry(ServingSpec spec, MeshArgs mesh) => new()
    {
        Selector = new WorkloadSelectorArgs { MatchLabels = spec.Labels.Selector },
        AccessLogging = { new AccessLoggingArgs { Filter = new AccessLoggingFilterArgs { Expression = MeshDefaults.LoggedCalls } } },
        Tracing = { new TracingArgs { RandomSamplingPercentage = mesh.TracingPercent } },
    };

    private static DestinationArgs Destination(ServingSpec spec, string service, int port) =>
        new() { Host = Host(spec, service), Port = new PortSelectorArgs { Number = port } };

    private static Output<string> Host(ServingSpec spec, string service) => Output.Format($"{service}.{spec.Args.Namespace}.svc.cluster.local");
}
