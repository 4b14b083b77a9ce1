using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>Most requests per time.</summary>
public sealed class RateLimitArgs : ResourceArgs
{
    /// <summary>
    /// Requests that each pod of the gateway lets through, 1 or more: the pods count each for itself, so that what a model gets is this times the pods.
    /// </summary>
    [Input("requestsPerPod", required: true)]
    public required int RequestsPerPod { get; init; }

    /// <summary>The time: <c>second</c>, <c>minute</c> or <c>hour</c>.</summary>
    [Input("per", required: true)]
    public required string Per { get; init; }
}
