using Pulumi;

namespace Infra.Components.Nodes;

/// <summary>Inputs of <see cref="SystemNodePool"/>.</summary>
public sealed class SystemNodePoolArgs : ResourceArgs
{
    /// <summary>Name of the EKS cluster that the nodes join.</summary>
    [Input("clusterName", required: true)]
    public required Input<string> ClusterName { get; init; }

    /// <summary>
    /// Pool name, at most 36 characters: value of the node label that workloads select, and start of the node group's name, which
    /// EKS completes. Default: <c>system</c>.
    /// </summary>
    [Input("poolName")]
    public string PoolName { get; init; } = DefaultPoolName;

    /// <summary>
    /// EC2 instance types without accelerators, all of the AMI type's architecture. Changing them replaces the nodes: new ones come
    /// before the old ones go. Default: <c>m6i.large</c>.
    /// </summary>
    [Input("instanceTypes")]
    public List<string> InstanceTypes { get; init; } = [DefaultInstanceType];

    /// <summary>
    /// EKS AMI type without drivers of accelerators: AL2023 or Bottlerocket, x86_64 or ARM_64. Default: <c>AL2023_x86_64_STANDARD</c>.
    /// Changing it replaces the nodes: new ones come before the old ones go.
    /// </summary>
    [Input("amiType")]
    public string AmiType { get; init; } = DefaultAmiType;

    /// <summary>
    /// Kubernetes minor version of the nodes, e.g. <c>1.35</c>: the cluster's, or up to three before it. Changing it updates the nodes one by one. Default: none;
    /// EKS then takes the cluster's when it creates the pool, and the nodes stay behind when the cluster is updated.
    /// </summary>
    [Input("kubernetesVersion")]
    public string? KubernetesVersion { get; init; }

    /// <summary>
    /// AMI release version, e.g. <c>1.34.2-20260917</c>. Default: none; EKS then takes the newest when it creates the pool, and again
    /// whenever the launch template changes. Changing it updates the nodes one by one.
    /// </summary>
    [Input("amiReleaseVersion")]
    public string? AmiReleaseVersion { get; init; }

    /// <summary>Fewest nodes, 1 or more. Default: 2, so that a node may go while its controllers run on the other.</summary>
    [Input("minSize")]
    public int MinSize { get; init; } = DefaultMinSize;

    /// <summary>Most nodes, at least <see cref="MinSize"/>. Default: 4.</summary>
    [Input("maxSize")]
    public int MaxSize { get; init; } = DefaultMaxSize;

    /// <summary>
    /// Whether a node autoscaler owns the pool's size between minimum and maximum. Default: false: the pool has always
    /// <see cref="MinSize"/> nodes, among them the one that the autoscaler itself runs on.
    /// </summary>
    [Input("nodeAutoscaler")]
    public bool NodeAutoscaler { get; init; }

    /// <summary>Pods that EKS lets a node run: said for who reads the plan. Default: as many as the interfaces have addresses for.</summary>
    [Input("podsPerNode")]
    public int? PodsPerNode { get; init; }

    /// <summary>Subnets of the nodes: one per zone, two zones or more where the cluster has them. Changing them replaces the nodes, new ones first.</summary>
    [Input("subnetIds", required: true)]
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>Volume of images and pods' files in GiB, 20 to 16,384 (gp3, encrypted). Default: 50.</summary>
    [Input("rootVolumeGiB")]
    public int RootVolumeGiB { get; init; } = DefaultRootVolumeGiB;

    /// <summary>Further node labels. That of the pool's name wins.</summary>
    [Input("labels")]
    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>ARN of an existing IAM role of the nodes, which has the policies that nodes need. Default: none; the pool then has a role of its own.</summary>
    [Input("nodeRoleArn")]
    public Input<string>? NodeRoleArn { get; init; }

    /// <summary>
    /// Whether the nodes' role carries the policy of the VPC CNI. Default: true; false for clusters whose VPC CNI add-on has an
    /// identity of its own. Without effect on an existing role.
    /// </summary>
    [Input("attachCniPolicy")]
    public bool AttachCniPolicy { get; init; } = true;

    /// <summary>Tags of instances, volumes and network interfaces, which the provider's default tags don't reach.</summary>
    [Input("instanceTags")]
    public InputMap<string> InstanceTags { get; init; } = new();

    /// <summary>Default of <see cref="PoolName"/>.</summary>
    public const string DefaultPoolName = "system";

    /// <summary>Default of <see cref="InstanceTypes"/>.</summary>
    public const string DefaultInstanceType = "m6i.large";

    /// <summary>Default of <see cref="AmiType"/>.</summary>
    public const string DefaultAmiType = "AL2023_x86_64_STANDARD";

    /// <summary>Default of <see cref="MinSize"/>.</summary>
    public const int DefaultMinSize = 2;

    /// <summary>Default of <see cref="MaxSize"/>.</summary>
    public const int DefaultMaxSize = 4;

    /// <summary>Default of <see cref="RootVolumeGiB"/>.</summary>
    public const int DefaultRootVolumeGiB = 50;
}
