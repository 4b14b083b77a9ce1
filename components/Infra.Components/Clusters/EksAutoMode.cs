using System.Collections.Immutable;
using Infra.Components.Nodes;
using Infra.Components.Shared;
using Infra.Core.Nodes;
using Newtonsoft.Json.Linq;
using Pulumi;
using EksInputs = Pulumi.Aws.Eks.Inputs;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Clusters;

/// <summary>What a cluster with EKS Auto Mode has beside any other: one switch in three places, and the node pools that run its controllers.</summary>
internal static class EksAutoMode
{
    // EKS user guide, "Amazon EKS Auto Mode cluster IAM role", beside the policy that every cluster has; what each is for stands in its name.
    private static readonly ImmutableArray<(string Role, string Arn)> _policies =
    [
        ("compute", "arn:aws:iam::aws:policy/AmazonEKSComputePolicy"),
        ("block-storage", "arn:aws:iam::aws:policy/AmazonEKSBlockStoragePolicy"),
        ("load-balancing", "arn:aws:iam::aws:policy/AmazonEKSLoadBalancingPolicy"),
        ("networking", "arn:aws:iam::aws:policy/AmazonEKSNetworkingPolicy"),
    ];

    /// <summary>Compute; the role is that of the built-in pools' nodes, for which EKS makes the access entry itself.</summary>
    public static EksInputs.ClusterComputeConfigArgs Compute(Output<string> nodeRoleArn) =>
        new() { Enabled = true, NodePools = AutoModeNames.NodePools.ToArray(), NodeRoleArn = nodeRoleArn };

    /// <summary>Load balancers.</summary>
    public static EksInputs.ClusterKubernetesNetworkConfigElasticLoadBalancingArgs LoadBalancing => new() { Enabled = true };

    /// <summary>Volumes.</summary>
    public static EksInputs.ClusterStorageConfigArgs Storage =>
        new() { BlockStorage = new EksInputs.ClusterStorageConfigBlockStorageArgs { Enabled = true } };

    /// <summary>Declares the role of the built-in pools' nodes.</summary>
    public static NodeGroupRole CreateNodeRole(ComponentResource parent, string name, string cluster, ComponentResourceOptions? options) =>
        NodeGroupRole.Create(parent, name, $"Nodes of the pools that EKS Auto Mode brings to the cluster {cluster}", NodePolicies.OfAutoMode, options);

    /// <summary>Declares what the control plane's role may do beyond that of any cluster.</summary>
    public static IEnumerable<Resource> CreatePolicies(ComponentResource parent, string name, Iam.Role role)
    {
        foreach (var (suffix, arn) in _policies)
        {
            yield return new Iam.RolePolicyAttachment(
                $"{name}-{suffix}", new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = arn }, Children.Of(parent));
        }

        yield return new Iam.RolePolicy($"{name}-tags", new Iam.RolePolicyArgs { Role = role.Name, Policy = Tagging() }, Children.Of(parent));
    }

    // EKS user guide, "Custom AWS tags for EKS Auto resources": AWS' policies let Auto Mode launch with its own tags only, and our pools have more.
    private static string Tagging() => PolicyDocuments.Of(
        Create("TagInstances", ["ec2:CreateFleet", "ec2:RunInstances", "ec2:CreateLaunchTemplate"], "eks:kubernetes-node-class-name", "eks:kubernetes-node-pool-name"),
        Create("TagInterfaces", ["ec2:CreateNetworkInterface"], "eks:kubernetes-cni-node-name"));

    private static JObject Create(string sid, string[] actions, params string[] ownTags) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Action"] = new JArray(actions),
        ["Resource"] = "*",
        ["Condition"] = new JObject
        {
            ["StringEquals"] = new JObject { ["aws:RequestTag/eks:eks-cluster-name"] = "${aws:PrincipalTag/eks:eks-cluster-name}" },
            ["StringLike"] = new JObject(ownTags.Select(tag => new JProperty($"aws:RequestTag/{tag}", "*"))),
        },
    };
}
