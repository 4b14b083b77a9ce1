using Infra.Components.Nodes;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>Inputs of <see cref="KarpenterNodePool"/>.</summary>
public sealed class KarpenterNodePoolArgs : ResourceArgs
{
    /// <summary>Pool name: name of the custom resources and value of the node label that workloads select. Plain: the pool's contract derives from it.</summary>
    [Input("poolName", required: true)]
    public required string PoolName { get; init; }

    /// <summary>EC2 instance types, all with NVIDIA GPUs of one kind and of one architecture. Karpenter takes the cheapest that is there.</summary>
    [Input("instanceTypes", required: true)]
    public required List<string> InstanceTypes { get; init; }

    /// <summary>EKS AMI type; must fit the architecture of the instance types. Default: <c>AL2023_x86_64_NVIDIA</c>.</summary>
    [Input("amiType")]
    public string AmiType { get; init; } = "AL2023_x86_64_NVIDIA";

    /// <summary>
    /// AMI release version, e.g. <c>1.34.2-20260917</c>; required, because Karpenter would replace all nodes whenever AWS publishes an image.
    /// Changing it replaces the nodes one by one.
    /// </summary>
    [Input("amiReleaseVersion", required: true)]
    public required string AmiReleaseVersion { get; init; }

    /// <summary>Whether the nodes are spot instances. Default: false (on-demand).</summary>
    [Input("spot")]
    public bool Spot { get; init; }

    /// <summary>Most nodes, 1 or more. Checked when a node is launched; bursts may overrun it by a little (karpenter.sh, "NodePools", limits).</summary>
    [Input("maxNodes", required: true)]
    public required int MaxNodes { get; init; }

    /// <summary>Zones of the nodes. Default: all zones of <see cref="SubnetIds"/>.</summary>
    [Input("zones")]
    public List<string> Zones { get; init; } = [];

    /// <summary>Subnets of the nodes.</summary>
    [Input("subnetIds", required: true)]
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>Security group of the nodes; the cluster's own will do.</summary>
    [Input("securityGroupId", required: true)]
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>Name of the nodes' IAM role, out of <see cref="Karpenter.NodeRoleName"/>.</summary>
    [Input("nodeRoleName", required: true)]
    public required Input<string> NodeRoleName { get; init; }

    /// <summary>Volume of images and pods' files in GiB, 20 to 16,384 (gp3). Default: 100.</summary>
    [Input("rootVolumeGiB")]
    public int RootVolumeGiB { get; init; } = GpuNodePoolArgs.DefaultRootVolumeGiB;

    /// <summary>Time after its last change of pods at which an empty node goes, e.g. <c>10m</c> or <c>Never</c>. Default: <c>10m</c>, longer than a restart of a model.</summary>
    [Input("consolidateAfter")]
    public string ConsolidateAfter { get; init; } = "10m";

    /// <summary>
    /// How the GPUs are shared. Default: none, whole GPUs. Anything else takes Karpenter's <c>NodeOverlay</c>, which is alpha, and
    /// instance types that no other pool uses: an overlay is about a type, not about a pool.
    /// </summary>
    [Input("sharing")]
    public GpuSharingArgs? Sharing { get; init; }

    /// <summary>Further node labels. Those of the pool's contract win.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Further taints, beside the one for NVIDIA GPUs.</summary>
    [Input("taints")]
    public List<TaintArgs> Taints { get; init; } = [];

    /// <summary>Tags of instances, volumes and network interfaces.</summary>
    [Input("instanceTags")]
    public InputMap<string> InstanceTags { get; init; } = new();
}
