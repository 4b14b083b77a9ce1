using System.Collections.Immutable;
using Infra.Components.NodeAutoscaling.Resources;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Pulumi;
using Eks = Pulumi.Aws.Eks;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.NodeAutoscaling;

/// <summary>A pool of NVIDIA GPU nodes that EKS Auto Mode launches when pods ask for them.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-node-role            IAM role of the nodes, with two policy attachments
/// NAME-node-access          access entry of the type EC2, with the policy of Auto Mode's nodes
/// NAME-node-access-policy
/// NAME-node-class           NodeClass of eks.amazonaws.com
/// NAME-node-pool            NodePool: what may be launched, limits, disruption
/// </code>
/// Auto Mode brings image, driver and device plugin, which shares no GPUs and knows no dynamic resource allocation; a node lives 21 days
/// at most (EKS user guide, "Learn about Amazon EKS Auto Mode Managed instances").
/// </remarks>
public sealed class EksAutoModeNodes : ComponentResource
{
    private const string NodePolicy = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy";

    // 21 days together, which is the most that AWS allows.
    private const string ExpireAfter = "480h";
    private const string DrainTime = "24h";

    // The image is AWS' own affair; the nearest type says architecture and driver for the rules.
    private static readonly ImmutableArray<string> _images = ["BOTTLEROCKET_x86_64_NVIDIA", "BOTTLEROCKET_ARM_64_NVIDIA"];

    private static readonly ImmutableArray<(string Role, string Arn)> _policies =
    [
        ("worker", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodeMinimalPolicy"),
        ("registry", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"),
    ];

    /// <summary>What workloads on the pool rely on.</summary>
    public PoolContract Contract { get; }

    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public EksAutoModeNodes(string name, EksAutoModeNodesArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EksAutoModeNodes, name, args, options)
    {
        var types = Check(name, args);
        Contract = PoolContract.ForNvidia(args.PoolName, types, args.Labels, args.Taints.Select(taint => taint.ToTaint()));
        var (role, access) = CreateRole(name, args, options);
        var nodeClass = new EksNodeClass($"{name}-node-class", new EksNodeClassArgs
        {
            Metadata = NodePoolTemplates.Owner(args.PoolName),
            Spec = new EksNodeClassSpecArgs
            {
                Role = role.Name,
                SubnetSelectorTerms = NodePoolTemplates.Ids(args.SubnetIds),
                SecurityGroupSelectorTerms = { new IdSelectorTermArgs { Id = args.SecurityGroupId } },
                EphemeralStorage = new EphemeralStorageArgs { Size = $"{args.EphemeralStorageGiB}Gi" },
                Tags = args.InstanceTags,
            },
        }, Children.Of(this, access));
        var pool = Children.Of(this, nodeClass);
        pool.CustomTimeouts = NodePoolTemplates.Timeouts;
        _ = new NodePool($"{name}-node-pool", Pool(args, types), pool);
        RegisterOutputs();
    }

    private ImmutableArray<InstanceType> Check(string name, EksAutoModeNodesArgs args)
    {
        var problems = new ConfigProblems();
        var isArm = args.InstanceTypes.Any(type => InstanceCatalog.Default.TryGet(type, out var known) && known.Architecture == CpuArchitecture.Arm64);
        var types = NodePoolRules.Check(
            name, new NodePoolSpec { InstanceTypes = args.InstanceTypes, AmiType = _images[isArm ? 1 : 0], Labels = args.Labels }, problems).InstanceTypes;
        if (args.InstanceTypes.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "instanceTypes"), "empty; name at least one EC2 instance type with NVIDIA GPUs, such as g4dn.xlarge");
        }

        if (args.MaxNodes < 1)
        {
            problems.Add(ConfigPath.Key(name, "maxNodes"), $"{args.MaxNodes} is less than 1");
        }

        if (AutoNames.Problem(NameRules.IamRole, name, "-node-role") is { } problem)
        {
            problems.Add(name, problem);
        }

        problems.ThrowAt(this, ComponentTypes.EksAutoModeNodes);
        return types;
    }

    private (Iam.Role Role, Resource Access) CreateRole(string name, EksAutoModeNodesArgs args, ComponentResourceOptions? options)
    {
        var role = new Iam.Role($"{name}-node-role", new Iam.RoleArgs
        {
            Description = $"Nodes of the pool {args.PoolName}, which EKS Auto Mode launches",
            AssumeRolePolicy = PolicyDocuments.AssumedByService("ec2.amazonaws.com"),
        }, Children.Root(this, options));
        foreach (var (suffix, arn) in _policies)
        {
            _ = new Iam.RolePolicyAttachment(
                $"{name}-node-role-{suffix}", new Iam.RolePolicyAttachmentArgs { Role = role.Name, PolicyArn = arn }, Children.Of(this));
        }

        var entry = new Eks.AccessEntry($"{name}-node-access", new Eks.AccessEntryArgs
        {
            ClusterName = args.ClusterName,
            PrincipalArn = role.Arn,
            Type = "EC2",
        }, Children.Of(this));
        var policy = new Eks.AccessPolicyAssociation($"{name}-node-access-policy", new Eks.AccessPolicyAssociationArgs
        {
            ClusterName = args.ClusterName,
            PrincipalArn = role.Arn,
            PolicyArn = NodePolicy,
            AccessScope = new Eks.Inputs.AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, Children.Of(this, entry));
        return (role, policy);
    }

    private NodePoolArgs Pool(EksAutoModeNodesArgs args, ImmutableArray<InstanceType> types) => new()
    {
        Metadata = NodePoolTemplates.Owner(args.PoolName),
        Spec = new NodePoolSpecArgs
        {
            Template = new NodePoolTemplateArgs
            {
                Metadata = new NodePoolTemplateMetadataArgs { Labels = Contract.Labels.ToDictionary() },
                Spec = new NodePoolTemplateSpecArgs
                {
                    NodeClassRef = new NodeClassReferenceArgs { Group = "eks.amazonaws.com", Kind = "NodeClass", Name = args.PoolName },
                    Requirements = NodePoolTemplates.Requirements(args.InstanceTypes, types[0].Architecture, args.Spot, args.Zones),
                    Taints = NodePoolTemplates.Taints(Contract),
                    ExpireAfter = ExpireAfter,
                    TerminationGracePeriod = DrainTime,
                },
            },
            Disruption = NodePoolTemplates.Disruption(args.ConsolidateAfter),
            Limits = NodePoolTemplates.DeviceLimits(args.MaxNodes, types, GpuSharing.None).ToDictionary(),
        },
    };
}
