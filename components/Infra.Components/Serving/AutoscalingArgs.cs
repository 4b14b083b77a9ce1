using Pulumi;

namespace Infra.Components.Serving;

/// <summary>Horizontal autoscaling of a model; at least one target is set.</summary>
public sealed class AutoscalingArgs : ResourceArgs
{
    /// <summary>Fewest replicas, 1 or more.</summary>
    [Input("minReplicas", required: true)]
    public required int MinReplicas { get; init; }

    /// <summary>Most replicas, at least <see cref="MinReplicas"/>.</summary>
    [Input("maxReplicas", required: true)]
    public required int MaxReplicas { get; init; }

    /// <summary>Target CPU use in percent of the request, 1 to 100; null for none.</summary>
    [Input("cpuPercent")]
    public int? CpuPercent { get; init; }

    /// <summary>Target of requests that one replica has in work at the same time, 1 or more; null for none. For the backend <c>ray</c>.</summary>
    [Input("ongoingRequests")]
    public int? OngoingRequests { get; init; }

    /// <summary>Target memory use in percent of the request, 1 to 100; null for none.</summary>
    [Input("memoryPercent")]
    public int? MemoryPercent { get; init; }
}
