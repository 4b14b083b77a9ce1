using System.Collections.Immutable;
using Infra.Components.Clusters;
using Infra.Core.Configuration;
using Infra.Core.Network;
using Infra.Core.Versions;

namespace Infra.Stacks.Configuration;

/// <summary>
/// A new EKS cluster. It encrypts its secrets with a key of its own, logs its control plane, knows access entries only, and runs the add-ons
/// that pods, volumes and pod autoscaling need.
/// </summary>
public sealed record EksConfig
{
    /// <summary>Name of the cluster. Default: <c>gpu-inference-ENVIRONMENT</c>. Changing it replaces the cluster.</summary>
    [Matches("[0-9A-Za-z][0-9A-Za-z_-]{0,99}", "an EKS cluster name: letters, digits, '-' and '_', at most 100 characters")]
    public string? Name { get; init; }

    /// <summary>
    /// Kubernetes minor version in quotes. Default: 1.35. Update by one minor version at a time; there is no way back.
    /// </summary>
    [Matches("1[.][0-9]+", "a minor version in quotes, such as \"1.35\"")]
    public string Version { get; init; } = KubernetesVersions.Default.Version;

    /// <summary>
    /// IAM roles with all rights in the cluster, by a short name. Whoever creates the cluster gets none by doing so: the role that deploys has to
    /// be among them.
    /// </summary>
    [NonEmpty]
    [Matches(Arns.Role, Arns.RoleAllowed)]
    public required ImmutableSortedDictionary<string, string> Administrators { get; init; }

    /// <summary>
    /// Networks that may reach the API server from the internet, in CIDR notation. Default: none; deployments then have to run inside the VPC or
    /// a network that is connected to it.
    /// </summary>
    public ImmutableArray<Ipv4Network> PublicAccessCidrs { get; init; } = [];

    /// <summary>Days that logs of the control plane are kept; one of the numbers that CloudWatch Logs allows. Default: 90.</summary>
    public int LogRetentionDays { get; init; } = EksClusterArgs.DefaultLogRetentionDays;

    /// <summary>
    /// Whether the cluster may stay on a version that has left standard support, at a higher price per hour. Default: false; EKS then upgrades
    /// it when standard support ends.
    /// </summary>
    public bool ExtendedSupport { get; init; }

    /// <summary>Whether Application Recovery Controller may shift traffic away from an impaired zone. Default: false.</summary>
    public bool ZonalShift { get; init; }

    /// <summary>Addresses of Services. Default: EKS takes some that don't overlap the VPC. Changing them replaces the cluster.</summary>
    public Ipv4Network? ServiceCidr { get; init; }

    /// <summary>Whether Pulumi and EKS refuse to delete the cluster. Default: true.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>ARN of an existing KMS key for Kubernetes secrets. Default: the cluster has a key of its own.</summary>
    [Matches("arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/[0-9a-f-]+", "the ARN of a KMS key, such as arn:aws:kms:us-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    public string? SecretsKeyArn { get; init; }

    /// <summary>ARN of an existing IAM role of the control plane. Default: the cluster has a role of its own. Changing it replaces the cluster.</summary>
    [Matches(Arns.Role, Arns.RoleAllowed)]
    public string? ControlPlaneRoleArn { get; init; }

    /// <summary>ARN of an existing IAM role of all managed nodes; it needs the policies of EKS workers and of image pulls. Default: each pool has a role of its own.</summary>
    [Matches(Arns.Role, Arns.RoleAllowed)]
    public string? NodeRoleArn { get; init; }

    /// <summary>IAM roles of nodes that no pool of this file launches, by a short name; they get access entries.</summary>
    [Matches(Arns.Role, Arns.RoleAllowed)]
    public ImmutableSortedDictionary<string, string> ForeignNodeRoles { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The add-ons.</summary>
    public AddOnsConfig AddOns { get; init; } = new();
}
