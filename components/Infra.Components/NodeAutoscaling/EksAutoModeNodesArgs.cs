using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>
/// Inputs of <see cref="EksAutoModeNodes"/>. Auto Mode brings image, driver and device plugin, and keeps images and pods' files on local NVMe disks
/// where an instance has them; its volume takes at most 16,000 IOPS and 1,000 MiB/s.
/// </summary>
public sealed class EksAutoModeNodesArgs : LaunchedPoolArgs
{
    /// <summary>Name of the EKS cluster, in which Auto Mode is switched on.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }
}
