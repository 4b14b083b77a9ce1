using Infra.Components.Serving;
using Infra.Core.Serving;
using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>What a cluster of Ray consists of.</summary>
public sealed class RayNodesArgs : ResourceArgs
{
    /// <summary>Version of Ray in all images. Default: 2.52.0.</summary>
    [Input("rayVersion")]
    public string RayVersion { get; init; } = RayServe.RayVersion;

    /// <summary>The head.</summary>
    [Input("head", required: true)]
    public required RayHeadPodArgs Head { get; init; }

    /// <summary>Groups of workers, at least one.</summary>
    [Input("workers", required: true)]
    public required List<RayWorkersArgs> Workers { get; init; }

    /// <summary>Ray's autoscaler, within the bounds of the groups. Default: none, and the number of workers is fixed.</summary>
    [Input("autoscaling")]
    public RayAutoscalingArgs? Autoscaling { get; init; }

    /// <summary>Redis that keeps the head's state, so that the cluster outlives its head. Default: none; with the head goes all that runs.</summary>
    [Input("redis")]
    public RayRedisArgs? Redis { get; init; }
}
