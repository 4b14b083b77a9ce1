using Pulumi;

namespace Infra.Components.Serving.KServe;

/// <summary>KServe's batcher: a container beside the server that puts requests together.</summary>
public sealed class KServeBatcherArgs : ResourceArgs
{
    /// <summary>Most requests of one batch.</summary>
    [Input("maxBatchSize", required: true)]
    public required Input<int> MaxBatchSize { get; init; }

    /// <summary>Milliseconds that the first request of a batch waits for others.</summary>
    [Input("maxLatency", required: true)]
    public required Input<int> MaxLatency { get; init; }

    /// <summary>Seconds that a request may take. The agent of v0.20.0 isn't told (pkg/controller/v1beta1/inferenceservice/components, addBatcherAnnotations). Default: none.</summary>
    [Input("timeout")]
    public Input<int>? Timeout { get; init; }
}
