using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Inputs of <see cref="GpuNodePool"/>.</summary>
public sealed class GpuNodePoolArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster that the nodes join.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>Pool name: value of the node label that workloads select. Plain: the pool's contract derives from it.</summary>
    [Input("poolName", required: true)]
    public required string PoolName { get; init; }

    /// <summary>
    /// Name of the EKS node group, unique in the cluster, at most 63 characters. Changing it replaces the pool, new nodes after the old.
    /// </summary>
    [Input("nodeGroupName", required: true)]
    public required string NodeGroupName { get; init; }

    /// <summary>
    /// EC2 instance types, all with NVIDIA GPUs and of one architecture. Several types of equal shape make spot capacity and
    /// launches in a full zone more likely. The order is one of preference for on-demand nodes only; for spot EKS chooses by
    /// price and capacity. Changing them is an outage: the old nodes are deleted before new ones come.
    /// </summary>
    [Input("instanceTypes", required: true)]
    public required List<string> InstanceTypes { get; init; }

    /// <summary>
    /// EKS AMI type; must fit the architecture of the instance types. Default: <c>AL2023_x86_64_NVIDIA</c>. Changing it is an
    /// outage: the old nodes are deleted before new ones come.
    /// </summary>
    [Input("amiType")]
    public string AmiType { get; init; } = DefaultAmiType;

    /// <summary>
    /// AMI release version, e.g. <c>1.34.2-20260917</c>; Bottlerocket's have the form <c>1.26.1-943d9a41</c>. Default: none;
    /// EKS then takes the newest when it creates the pool, and again whenever the launch template changes. Changing it
    /// updates the nodes one by one.
    /// </summary>
    [Input("amiReleaseVersion")]
    public string? AmiReleaseVersion { get; init; }

    /// <summary>Whether the nodes are spot instances. Default: false (on-demand). Changing it is an outage: the old nodes are deleted before new ones come.</summary>
    [Input("spot")]
    public bool Spot { get; init; }

    /// <summary>Fewest nodes, 0 or more. Default: 0.</summary>
    [Input("minSize")]
    public int MinSize { get; init; }

    /// <summary>Most nodes, 1 or more and at least <see cref="MinSize"/>.</summary>
    [Input("maxSize", required: true)]
    public required int MaxSize { get; init; }

    /// <summary>
    /// Whether a node autoscaler owns the pool's size between minimum and maximum. Default: true; the desired size is then
    /// set once, to the minimum, and left alone. With false the pool has always <see cref="MinSize"/> nodes.
    /// </summary>
    /// <remarks>
    /// EKS refuses a minimum above the desired size. To raise the minimum of an autoscaled pool, raise the size first:
    /// <c>aws eks update-nodegroup-config --scaling-config minSize=N,desiredSize=N</c>.
    /// </remarks>
    [Input("nodeAutoscaler")]
    public bool NodeAutoscaler { get; init; } = true;

    /// <summary>Subnets of the nodes: one per zone that the pool may use. Changing them is an outage: the old nodes are deleted before new ones come.</summary>
    [Input("subnetIds", required: true)]
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>
    /// Root volume in GiB, 20 to 16,384 (gp3), which holds images and models of all pods of a node. Default: 100;
    /// EKS' own default of 20 is too small for GPU images.
    /// </summary>
    [Input("rootVolumeGiB")]
    public int RootVolumeGiB { get; init; } = DefaultRootVolumeGiB;

    /// <summary>Further node labels. Those of the pool's contract win.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Further taints, beside the one for NVIDIA GPUs.</summary>
    [Input("taints")]
    public List<TaintArgs> Taints { get; init; } = [];

    /// <summary>
    /// ARN of an existing IAM role of the nodes, which somebody else manages and which has the policies that nodes need. Default:
    /// none; the pool then has a role of its own. Changing it is an outage: the old nodes are deleted before new ones come.
    /// </summary>
    [Input("nodeRoleArn")]
    public Input<string>? NodeRoleArn { get; init; }

    /// <summary>
    /// Whether the nodes' role carries the policy of the VPC CNI. Default: true; false for clusters whose VPC CNI add-on has
    /// an identity of its own, so that pods with host network can't change network interfaces.
    /// </summary>
    [Input("attachCniPolicy")]
    public bool AttachCniPolicy { get; init; } = true;

    /// <summary>Tags of instances, volumes and network interfaces, which the provider's default tags don't reach.</summary>
    [Input("instanceTags")]
    public InputMap<string> InstanceTags { get; init; } = new();

    /// <summary>Default of <see cref="RootVolumeGiB"/>.</summary>
    public const int DefaultRootVolumeGiB = 100;

    /// <summary>Default of <see cref="AmiType"/>.</summary>
    public const string DefaultAmiType = "AL2023_x86_64_NVIDIA";
}
