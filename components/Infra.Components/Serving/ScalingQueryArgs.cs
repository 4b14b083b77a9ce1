using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Something that Prometheus is asked for.</summary>
public sealed class ScalingQueryArgs : ResourceArgs
{
    /// <summary>Its name; unique in the model.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }

    /// <summary>PromQL of one number: what all replicas have together. No answer is a fault, and not 0.</summary>
    [Input("query", required: true)]
    public required string Query { get; init; }

    /// <summary>So much of it for one replica.</summary>
    [Input("target", required: true)]
    public required double Target { get; init; }
}
