using System.Collections.Immutable;
using Infra.Core.Serving.Traffic;
using Pulumi;

namespace Infra.Components.Serving.Backends;

/// <summary>What a backend made of a model.</summary>
/// <param name="Service">What stands in front of the pods: a Service, or what makes one, with the model's labels and a port <c>http</c>.</param>
/// <param name="BaseUrl">Address of the REST interface inside the cluster, without a path.</param>
/// <param name="HttpShares">The Services that share the requests of the REST interface.</param>
internal sealed record ServedModel(Resource Service, Output<string> BaseUrl, ImmutableArray<TrafficSplit> HttpShares)
{
    /// <summary>The same Services with their gRPC port; empty where they have none.</summary>
    public ImmutableArray<TrafficSplit> GrpcShares { get; init; } = [];

    /// <summary>The Service of the model's name, in front of all its pods.</summary>
    public static ServedModel Of(ServingSpec spec, Resource service) => new(service, ServingService.Url(spec), [Whole(spec.Args.Model, spec.Runtime.HttpPort)])
    {
        GrpcShares = spec.Runtime.GrpcPort is { } grpc ? [Whole(spec.Args.Model, grpc)] : [],
    };

    /// <summary>All requests to one Service.</summary>
    public static TrafficSplit Whole(string service, int port) => new(service, port, 100);
}
