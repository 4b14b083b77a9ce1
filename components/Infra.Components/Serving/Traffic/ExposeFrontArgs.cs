using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>A Service that requests from outside the cluster go to in the place of the model's, such as a cache of its answers.</summary>
public sealed class ExposeFrontArgs : ResourceArgs
{
    /// <summary>Its name, in the model's namespace.</summary>
    [Input("service", required: true)]
    public required string Service { get; init; }

    /// <summary>Its port.</summary>
    [Input("port", required: true)]
    public required int Port { get; init; }

    /// <summary>Path at which a load balancer asks its pods whether they serve.</summary>
    [Input("healthPath", required: true)]
    public required string HealthPath { get; init; }
}
