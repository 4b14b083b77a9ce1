using Infra.Core.Nodes;
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
    /// Name of the EKS node group, unique in the cluster, at most 63 characters; with one per zone, what their names start with.
    /// Changing it replaces the pool, new nodes after the old.
    /// </summary>
    [Input("nodeGroupName", required: true)]
    public required string NodeGroupName { get; init; }

    /// <summary>
    /// EC2 instance types, all with NVIDIA GPUs or all with Neuron devices, and of one architecture. Several types of equal shape make spot capacity and
    /// launches in a full zone more likely. The order is one of preference for on-demand nodes only; for spot EKS chooses by
    /// price and capacity. Changing them is an outage: the old nodes are deleted before new ones come.
    /// </summary>
    [Input("instanceTypes", required: true)]
    public required List<string> InstanceTypes { get; init; }

    /// <summary>
    /// EKS AMI type; must fit architecture and accelerator of the instance types. Default: Amazon Linux 2023 of that architecture with
    /// the accelerator's driver, e.g. <c>AL2023_x86_64_NVIDIA</c>. Changing it is an outage: the old nodes are deleted before new ones come.
    /// </summary>
    [Input("amiType")]
    public string? AmiType { get; init; }

    /// <summary>
    /// Kubernetes minor version of the nodes, e.g. <c>1.35</c>: the cluster's, or up to three before it. Changing it updates the nodes one by one. Default: none;
    /// EKS then takes the cluster's when it creates the pool, and the nodes stay behind when the cluster is updated.
    /// </summary>
    [Input("kubernetesVersion")]
    public string? KubernetesVersion { get; init; }

    /// <summary>
    /// AMI release version, e.g. <c>1.34.2-20260917</c>; Bottlerocket's have the form <c>1.26.1-943d9a41</c>. Default: none;
    /// EKS then takes the newest when it creates the pool, and again whenever the launch template changes. Changing it
    /// updates the nodes one by one.
    /// </summary>
    [Input("amiReleaseVersion")]
    public string? AmiReleaseVersion { get; init; }

    /// <summary>
    /// How the nodes are bought: <c>ON_DEMAND</c>, <c>SPOT</c> or <c>CAPACITY_BLOCK</c>. Default: <c>ON_DEMAND</c>. A capacity block needs a
    /// <see cref="Reservation"/> by id, one instance type and one zone; EC2 ends its instances before the block ends, and EKS updates the
    /// pool only at size 0. Changing it is an outage: the old nodes are deleted before new ones come.
    /// </summary>
    [Input("capacityType")]
    public string CapacityType { get; init; } = DefaultCapacityType;

    /// <summary>
    /// Reserved capacity that nodes are launched into; not for spot. Default: none; on-demand nodes then still use open reservations that
    /// match. Changing it updates the nodes.
    /// </summary>
    [Input("reservation")]
    public CapacityReservationArgs? Reservation { get; init; }

    /// <summary>Whether instance types whose end is near or past are meant (P3). Default: false; such types are then refused.</summary>
    [Input("legacy")]
    public bool Legacy { get; init; }

    /// <summary>Fewest nodes, 0 or more; of each zone with <see cref="PerZone"/>. Default: 0, which a capacity block needs until it has begun.</summary>
    [Input("minSize")]
    public int MinSize { get; init; }

    /// <summary>Most nodes, 1 or more and at least <see cref="MinSize"/>; of each zone with <see cref="PerZone"/>.</summary>
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

    /// <summary>
    /// Pods that EKS lets a node run, which a node autoscaler is told before there is a node. Default: as many as the interfaces have addresses for, at most 110 or
    /// 250; with prefix delegation nodes run more, so say it then.
    /// </summary>
    [Input("podsPerNode")]
    public int? PodsPerNode { get; init; }

    /// <summary>Zones that the pool may use, with the nodes' subnets; at least one. Changing them is an outage: the old nodes are deleted before new ones come.</summary>
    [Input("zones", required: true)]
    public required List<NodeZoneArgs> Zones { get; init; }

    /// <summary>
    /// Whether each zone has a node group of its own, so that a node autoscaler can choose the zone: for volumes that lie in one zone, and
    /// for an even spread from zero. Default: false: one node group over all zones, where EC2 chooses. Changing it replaces the pool.
    /// </summary>
    [Input("perZone")]
    public bool PerZone { get; init; }

    /// <summary>
    /// Whether the nodes use their EFA interfaces, for models that span nodes. Default: false. Needs instance types that have them, one zone,
    /// <see cref="VpcId"/> and <see cref="ClusterSecurityGroupId"/>. Nodes stand close together in a placement group, unless their capacity is reserved.
    /// </summary>
    [Input("efa")]
    public bool Efa { get; init; }

    /// <summary>VPC of the nodes; required with <see cref="Efa"/>, without effect otherwise.</summary>
    [Input("vpcId")]
    public Input<string>? VpcId { get; init; }

    /// <summary>Security group that EKS made for the cluster; required with <see cref="Efa"/>, without effect otherwise: EKS then adds it itself.</summary>
    [Input("clusterSecurityGroupId")]
    public Input<string>? ClusterSecurityGroupId { get; init; }

    /// <summary>
    /// Whether images and pods' files are on the instance's local NVMe disks, joined to one, instead of the root volume. Default: false.
    /// Faster by far; needs instance types that have them. What is there ends with the node. Changing it updates the nodes.
    /// </summary>
    [Input("localNvme")]
    public bool LocalNvme { get; init; }

    /// <summary>
    /// Root volume in GiB, 20 to 16,384 (gp3), which holds images and models of all pods of a node. Default: 100;
    /// EKS' own default of 20 is too small for GPU images.
    /// </summary>
    [Input("rootVolumeGiB")]
    public int RootVolumeGiB { get; init; } = DefaultRootVolumeGiB;

    /// <summary>IOPS of the root volume, 3,000 to 80,000 and at most 500 per GiB. Default: gp3's own 3,000.</summary>
    [Input("rootVolumeIops")]
    public int? RootVolumeIops { get; init; }

    /// <summary>Throughput of the root volume in MiB/s, 125 to 2,000 and at most a quarter of its IOPS. Default: gp3's own 125.</summary>
    [Input("rootVolumeThroughput")]
    public int? RootVolumeThroughput { get; init; }

    /// <summary>How images get to the nodes. Default: as containerd pulls them, onto an empty volume. Changing it updates the nodes.</summary>
    [Input("images")]
    public NodeImagesArgs Images { get; init; } = new();

    /// <summary>
    /// How the GPUs are shared. Default: not at all. On Bottlerocket it is a setting of the nodes, elsewhere the device plugin follows the
    /// nodes' labels; changing it updates the nodes or their labels, and pods that run keep what they have. MIG takes
    /// <see cref="Accelerators.GpuOperator"/>, which cuts the GPUs.
    /// </summary>
    [Input("sharing")]
    public GpuSharingArgs? Sharing { get; init; }

    /// <summary>How EKS replaces nodes when AMI release or launch template change. Default: one by one, without a spare GPU.</summary>
    [Input("update")]
    public NodeUpdateArgs Update { get; init; } = new();

    /// <summary>How EKS repairs broken nodes. Default: it does, in its own way.</summary>
    [Input("repair")]
    public NodeRepairArgs Repair { get; init; } = new();

    /// <summary>Further node labels. Those of the pool's contract win.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>Further taints, beside the one for the accelerator.</summary>
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

    /// <summary>Default of <see cref="CapacityType"/>.</summary>
    public const string DefaultCapacityType = "ON_DEMAND";

    internal bool IsCapacityBlock => CapacityTypes.FromEks(CapacityType) == Core.Nodes.CapacityType.CapacityBlock;
}
