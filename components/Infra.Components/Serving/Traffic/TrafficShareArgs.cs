using System.Collections.Immutable;
using Infra.Core.Serving.Traffic;
using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>One of the Services that share the requests of an <see cref="InferenceService"/>.</summary>
public sealed class TrafficShareArgs : ResourceArgs
{
    /// <summary>Name of the Service, in the model's namespace.</summary>
    [Input("service", required: true)]
    public required string Service { get; init; }

    /// <summary>Port of its REST interface.</summary>
    [Input("port", required: true)]
    public required int Port { get; init; }

    /// <summary>Port of its gRPC interface. Default: it has none.</summary>
    [Input("grpcPort")]
    public int? GrpcPort { get; init; }

    /// <summary>Its share in percent, 0 to 100; the shares of a model add up to 100.</summary>
    [Input("weight", required: true)]
    public required int Weight { get; init; }

    /// <summary>The share of a model at an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="weight">Its share in percent.</param>
    public static TrafficShareArgs Of(ServingAddress address, int weight)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new TrafficShareArgs { Service = address.Service, Port = address.Port, GrpcPort = address.GrpcPort, Weight = weight };
    }

    /// <summary>Where requests to the REST interfaces go.</summary>
    internal static ImmutableArray<TrafficSplit> Http(IEnumerable<TrafficShareArgs> shares) => [.. shares.Select(share => new TrafficSplit(share.Service, share.Port, share.Weight))];

    /// <summary>Where requests to the gRPC interfaces go; nowhere if one of them has none.</summary>
    internal static ImmutableArray<TrafficSplit> Grpc(IReadOnlyCollection<TrafficShareArgs> shares) =>
        shares.All(share => share.GrpcPort is not null) ? [.. shares.Select(share => new TrafficSplit(share.Service, share.GrpcPort!.Value, share.Weight))] : [];
}
