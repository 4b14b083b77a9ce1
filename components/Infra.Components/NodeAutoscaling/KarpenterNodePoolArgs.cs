using Infra.Components.Nodes;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Inputs of <see cref="KarpenterNodePool"/>.</summary>
public sealed class KarpenterNodePoolArgs : LaunchedPoolArgs
{
    /// <summary>
    /// EKS AMI type; must fit architecture and accelerator of the instance types. Default: Amazon Linux 2023 of that architecture with the
    /// accelerator's driver, e.g. <c>AL2023_x86_64_NVIDIA</c>.
    /// </summary>
    [Input("amiType")]
    public string? AmiType { get; init; }

    /// <summary>
    /// AMI release, as node groups name it (<c>1.34.2-20260917</c>) or by its tag (<c>v20260917</c>); required, because Karpenter would replace all nodes whenever
    /// AWS publishes an image. Changing it replaces the nodes one by one.
    /// </summary>
    [Input("amiReleaseVersion", required: true)]
    public required string AmiReleaseVersion { get; init; }

    /// <summary>Whether instance types whose end is near or past are meant, such as p3. Default: false; they are then refused.</summary>
    [Input("legacy")]
    public bool Legacy { get; init; }

    /// <summary>Name of the nodes' IAM role, out of <see cref="Karpenter.NodeRoleName"/>.</summary>
    [Input("nodeRoleName", required: true)]
    public required Input<string> NodeRoleName { get; init; }

    /// <summary>Whether images and pods' files are on the instance's local NVMe disks, joined to one. Default: false.</summary>
    [Input("localNvme")]
    public bool LocalNvme { get; init; }

    /// <summary>How images get to the nodes. Default: as containerd pulls them, onto an empty volume. Changing it updates the nodes.</summary>
    [Input("images")]
    public NodeImagesArgs Images { get; init; } = new();

    /// <summary>
    /// Whether nodes have all their EFA interfaces. Needs instance types that have them, one zone, and <see cref="VpcId"/>. Nodes that are not reserved then
    /// come to lie in a placement group. Default: false; Karpenter then adds interfaces only for pods that ask for <c>vpc.amazonaws.com/efa</c>.
    /// </summary>
    [Input("efa")]
    public bool Efa { get; init; }

    /// <summary>VPC of the nodes; required with <see cref="Efa"/>.</summary>
    [Input("vpcId")]
    public Input<string>? VpcId { get; init; }

    /// <summary>
    /// How the GPUs are shared. Default: none, whole GPUs. Anything else takes Karpenter's <c>NodeOverlay</c>, which is alpha, and
    /// instance types that no other pool uses: an overlay is about a type, not about a pool.
    /// </summary>
    [Input("sharing")]
    public GpuSharingArgs? Sharing { get; init; }
}
