using Infra.Components.Jobs;
using Pulumi;

namespace Infra.Components.RayClusters;

/// <summary>The head of a cluster of Ray: its state, its dashboard, and the drivers of jobs.</summary>
public sealed class RayHeadPodArgs : ResourceArgs
{
    /// <summary>
    /// The pod, without command and arguments. It has to have Ray's version and the code that the workers have. Without pools it runs on any node without
    /// taints; devices need pools that have them.
    /// </summary>
    [Input("pod", required: true)]
    public required JobPodArgs Pod { get; init; }

    /// <summary>
    /// Flags of <c>ray start</c> without their dashes, e.g. <c>num-cpus</c>. Default: <c>num-cpus: 0</c> for a head without devices, so that nothing is
    /// computed there.
    /// </summary>
    [Input("startParams")]
    public Dictionary<string, string> StartParams { get; init; } = [];
}
