using Pulumi;

namespace Infra.Components.Serving;

/// <summary>The Prometheus that KEDA asks.</summary>
public sealed class PrometheusArgs : ResourceArgs
{
    /// <summary>Its address, to which <c>/api/v1/query</c> is added; as KEDA's pods reach it.</summary>
    [Input("url", required: true)]
    public required string Url { get; init; }

    /// <summary>AWS region of an Amazon Managed Prometheus, which is asked with signed requests (SigV4) as KEDA's role. Default: none; then nothing is signed.</summary>
    [Input("region")]
    public string? Region { get; init; }
}
