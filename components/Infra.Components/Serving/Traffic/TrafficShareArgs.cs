using Infra.Core.Serving.Traffic;
using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>One of the Services that share the requests of an <see cref="InferenceService"/>.</summary>
public sealed class TrafficShareArgs : ResourceArgs
{
    /// <summary>Name of the Service, in the model's namespace.</summary>
    [Input("service", required: true)]
    public required string Service { get; init; }

    /// <summary>Its port.</summary>
    [Input("port", required: true)]
    public required int Port { get; init; }

    /// <summary>Its share in percent, 0 to 100; the shares of a model add up to 100.</summary>
    [Input("weight", required: true)]
    public required int Weight { get; init; }

    /// <summary>The share of a split.</summary>
    public static TrafficShareArgs From(TrafficSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        return new TrafficShareArgs { Service = split.Service, Port = split.Port, Weight = split.Weight };
    }

    /// <summary>The same as a value.</summary>
    internal TrafficSplit ToSplit() => new(Service, Port, Weight);
}
