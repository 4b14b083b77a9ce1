using Infra.Core.Versions;
using Pulumi;

namespace Infra.Components.Clusters;

/// <summary>Inputs of <see cref="EksCluster"/>.</summary>
public sealed class EksClusterArgs : ResourceArgs
{
    /// <summary>Name of the cluster, at most 100 characters. Plain: policies name the cluster before it exists. Changing it replaces the cluster.</summary>
    [Input("clusterName", required: true)]
    public required string ClusterName { get; init; }

    /// <summary>AWS region, e.g. <c>us-west-2</c>.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>AWS account, twelve digits.</summary>
    [Input("accountId", required: true)]
    public required string AccountId { get; init; }

    /// <summary>
    /// Kubernetes minor version. Default: that of <see cref="KubernetesVersions.Default"/>. EKS updates one minor version at a time and never goes
    /// back; nodes and add-ons follow in the same update where their components are told the same version.
    /// </summary>
    [Input("version")]
    public string Version { get; init; } = KubernetesVersions.Default.Version;

    /// <summary>Private subnets for the control plane's network interfaces, in two zones or more.</summary>
    [Input("subnetIds", required: true)]
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>
    /// IPv4 networks that may reach the API server from the internet, in CIDR notation. Default: none; then it is reached from inside the VPC
    /// only, and so are deployments. Nodes always use the private endpoint.
    /// </summary>
    [Input("publicAccessCidrs")]
    public List<string> PublicAccessCidrs { get; init; } = [];

    /// <summary>
    /// IAM principals with all rights in the cluster, ARNs by a short name; at least one. Whoever creates the cluster gets none by doing so:
    /// the role that deploys has to be among them.
    /// </summary>
    [Input("administrators", required: true)]
    public required Dictionary<string, string> Administrators { get; init; }

    /// <summary>
    /// IAM roles of Linux nodes that no managed node group launches (Karpenter, self-managed nodes), by a short name. Managed node groups
    /// make the access entries of their roles themselves.
    /// </summary>
    [Input("nodeRoleArns")]
    public Dictionary<string, Input<string>> NodeRoleArns { get; init; } = [];

    /// <summary>Logs of the control plane that are kept: <c>api</c>, <c>audit</c>, <c>authenticator</c>, <c>controllerManager</c>, <c>scheduler</c>. Default: all.</summary>
    [Input("logTypes")]
    public List<string> LogTypes { get; init; } = [.. EksClusterCheck.LogTypes];

    /// <summary>Days that logs are kept; one of the numbers that CloudWatch Logs allows. Default: 90.</summary>
    [Input("logRetentionDays")]
    public int LogRetentionDays { get; init; } = DefaultLogRetentionDays;

    /// <summary>
    /// Whether the cluster may stay on a version that has left standard support, at a higher price per hour. Default: false; EKS then
    /// upgrades it when standard support ends.
    /// </summary>
    [Input("extendedSupport")]
    public bool ExtendedSupport { get; init; }

    /// <summary>Whether Application Recovery Controller may shift traffic away from an impaired zone. Default: false; needs nodes in three zones to be of use.</summary>
    [Input("zonalShift")]
    public bool ZonalShift { get; init; }

    /// <summary>IPv4 addresses of Services, a /12 to /24 out of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16. Default: EKS takes one that doesn't overlap the VPC. Changing it replaces the cluster.</summary>
    [Input("serviceCidr")]
    public string? ServiceCidr { get; init; }

    /// <summary>
    /// IPv4 networks outside AWS whose hosts may join as hybrid nodes, in CIDR notation: parts of RFC 1918 or 100.64.0.0/10 that overlap neither VPC nor
    /// Services. Default: none. EKS changes them in place, and so does the provider (Terraform's has since 6.11.0; older ones replaced the cluster).
    /// </summary>
    [Input("remoteNodeCidrs")]
    public List<string> RemoteNodeCidrs { get; init; } = [];

    /// <summary>IPv4 networks of these nodes' pods, in CIDR notation; the control plane reaches webhooks on them. Default: none. Goes with <see cref="RemoteNodeCidrs"/>.</summary>
    [Input("remotePodCidrs")]
    public List<string> RemotePodCidrs { get; init; } = [];

    /// <summary>
    /// Whether EKS and Pulumi refuse to delete the cluster and Pulumi leaves key and logs in AWS when their stack goes. Default: true. To delete
    /// a cluster that was protected, turn this off and update once before.
    /// </summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>ARN of an existing KMS key that encrypts Kubernetes secrets. Default: none; the cluster then has a key of its own. It can't be taken away again.</summary>
    [Input("secretsKeyArn")]
    public Input<string>? SecretsKeyArn { get; init; }

    /// <summary>ARN of an existing IAM role of the control plane. Default: none; the cluster then has a role of its own. Changing it replaces the cluster.</summary>
    [Input("roleArn")]
    public Input<string>? RoleArn { get; init; }

    /// <summary>
    /// Whether EKS Auto Mode is on: AWS runs the controllers of nodes, network, volumes and load balancers, and launches nodes for pods. Such a
    /// cluster needs no managed nodes and none of the add-ons that Auto Mode brings. An existing <see cref="RoleArn"/> needs its policies, and
    /// <c>sts:TagSession</c> in its trust policy. Default: false.
    /// </summary>
    [Input("autoMode")]
    public bool AutoMode { get; init; }

    /// <summary>Default of <see cref="LogRetentionDays"/>.</summary>
    public const int DefaultLogRetentionDays = 90;
}
