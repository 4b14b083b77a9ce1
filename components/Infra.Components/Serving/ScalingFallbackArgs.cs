using Infra.Core.Serving.Autoscaling;
using Pulumi;

namespace Infra.Components.Serving;

/// <summary>What becomes of a model when metrics are missing: it keeps its replicas, and has at least these.</summary>
public sealed class ScalingFallbackArgs : ResourceArgs
{
    /// <summary>Replicas that it has at least, 1 or more.</summary>
    [Input("replicas", required: true)]
    public required int Replicas { get; init; }

    /// <summary>After so many answers that are missing. Default: 3.</summary>
    [Input("failures")]
    public int Failures { get; init; } = ScalingFallback.DefaultFailures;
}
