using System.Collections.Immutable;
using Infra.Components.Serving.Traffic;
using Infra.Core.Serving.Traffic;
using Pulumi;

namespace Infra.Components.Serving.Backends;

/// <summary>What a backend made of a model.</summary>
/// <param name="Service">What stands in front of the pods: a Service, or what makes one, with the model's labels and a port <c>http</c>.</param>
/// <param name="BaseUrl">Address of the REST interface inside the cluster, without a path.</param>
/// <param name="HttpShares">The Services that share the requests of the REST interface; empty where another model has the route.</param>
/// <param name="GrpcShares">The same Services with their gRPC port; empty where they have none.</param>
internal sealed record ServedModel(Resource Service, Output<string> BaseUrl, ImmutableArray<TrafficSplit> HttpShares, ImmutableArray<TrafficSplit> GrpcShares)
{
    /// <summary>A model behind the Service that its backend gives it, and the Services that share its requests with it.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="service">What stands in front of its pods.</param>
    public static ServedModel Of(ServingSpec spec, Resource service)
    {
        var own = ServingAddress.Of(spec.Backend, spec.Args.Model, spec.Runtime, spec.Args.Transformer is not null);
        var shares = spec.Args.Shares ?? [TrafficShareArgs.Of(own, 100)];
        return new ServedModel(service, Output.Format($"http://{own.Service}.{spec.Args.Namespace}.svc{Port(own.Port)}"), TrafficShareArgs.Http(shares), TrafficShareArgs.Grpc(shares));
    }

    private static string Port(int port) => port == 80 ? "" : $":{port}";
}
