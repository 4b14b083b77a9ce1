using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Who takes a model's traces, in the cluster, by OTLP over HTTP.</summary>
public sealed class TracesArgs : ResourceArgs
{
    /// <summary>Host of the Service.</summary>
    [Input("host", required: true)]
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    [Input("port", required: true)]
    public required int Port { get; init; }

    /// <summary>Its namespace, to which the model's network policy lets calls out.</summary>
    [Input("namespace", required: true)]
    public required string Namespace { get; init; }

    /// <summary>Address without a path.</summary>
    internal string Endpoint => $"http://{Host}:{Port}";
}
