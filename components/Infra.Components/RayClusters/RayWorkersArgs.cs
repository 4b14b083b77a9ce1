using Infra.Components.Jobs;
using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>Workers of one kind.</summary>
public sealed class RayWorkersArgs : ResourceArgs
{
    /// <summary>Name of the group, unique in its cluster: lower-case letters, digits and '-'.</summary>
    [Input("groupName", required: true)]
    public required string GroupName { get; init; }

    /// <summary>The pod of one of them, without command and arguments: KubeRay writes them.</summary>
    [Input("pod", required: true)]
    public required JobPodArgs Pod { get; init; }

    /// <summary>Fewest workers, 0 or more.</summary>
    [Input("minReplicas", required: true)]
    public required int MinReplicas { get; init; }

    /// <summary>Number of workers, from fewest to most. Default: the fewest. Not with an autoscaler, which owns it.</summary>
    [Input("replicas")]
    public int? Replicas { get; init; }

    /// <summary>Most workers, 1 or more. Without an autoscaler only people go beyond <see cref="Replicas"/>, by hand.</summary>
    [Input("maxReplicas", required: true)]
    public required int MaxReplicas { get; init; }

    /// <summary>Flags of <c>ray start</c> without their dashes. Default: none; Ray then offers what the pod requests.</summary>
    [Input("startParams")]
    public Dictionary<string, string> StartParams { get; init; } = [];
}
