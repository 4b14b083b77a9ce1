using Infra.Components.NodeAutoscaling.Resources;
using Infra.Components.Nodes;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Nodes;
using Pulumi;
using Eks = Pulumi.Aws.Eks;

namespace Infra.Components.NodeAutoscaling;

/// <summary>A pool of nodes with GPUs or Neuron devices that EKS Auto Mode launches when pods ask for them.</summary>
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
public sealed class EksAutoModeNodes : PoolComponent
{
    private const string NodePolicy = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy";

    // 21 days together, which is the most that AWS allows.
    private const string ExpireAfter = "480h";
    private const string DrainTime = "24h";

    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public EksAutoModeNodes(string name, EksAutoModeNodesArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EksAutoModeNodes, name, args, options)
    {
        var pool = Check(name, args);
        var contract = PoolContract.ForAccelerators(
            args.PoolName, pool.InstanceTypes, args.Labels, args.Taints.Select(taint => taint.ToTaint()), GpuSharing.None, efa: false, pool.Ami!);
        // The image is AWS' own affair; whichever it is, it brings the device plugin.
        Contract = contract with { BringsDevicePlugin = true };
        var (role, access) = CreateRole(name, args, options);
        var nodeClass = new EksNodeClass($"{name}-node-class", new EksNodeClassArgs
        {
            Metadata = NodePoolTemplates.Owner(args.PoolName),
            Spec = new EksNodeClassSpecArgs
            {
                Role = role.Name!,
                SubnetSelectorTerms = NodePoolTemplates.Ids(args.SubnetIds),
                SecurityGroupSelectorTerms = { new IdSelectorTermArgs { Id = args.SecurityGroupId } },
                CapacityReservationSelectorTerms = NodePoolTemplates.Reservation(args),
                EphemeralStorage = Volume(args),
                Tags = args.InstanceTags,
            },
        }, Children.Of(this, [access, .. role.Ready]));
        var after = Children.Of(this, nodeClass);
        after.CustomTimeouts = NodePoolTemplates.Timeouts;
        _ = new NodePool($"{name}-node-pool", Pool(args, pool), after);
        RegisterOutputs();
    }

    private CheckedNodePool Check(string name, EksAutoModeNodesArgs args)
    {
        var problems = new ConfigProblems();
        var pool = LaunchedPoolCheck.Run(name, args, new NodePoolSpec { InstanceTypes = args.InstanceTypes }, problems);
        if (AutoModeNames.Problem(args.PoolName) is { } taken)
        {
            problems.Add(ConfigPath.Key(name, "poolName"), taken);
        }

        AutoModeVolume.Check(name, args.RootVolumeIops, args.RootVolumeThroughput, problems);
        if (AutoNames.Problem(NameRules.IamRole, name, "-node-role") is { } problem)
        {
            problems.Add(name, problem);
        }

        problems.ThrowAt(this, ComponentTypes.EksAutoModeNodes);
        return pool;
    }

    private static EphemeralStorageArgs Volume(EksAutoModeNodesArgs args) => new()
    {
        Size = $"{args.RootVolumeGiB}Gi",
        Iops = args.RootVolumeIops is { } iops ? (Input<int>)iops : null,
        Throughput = args.RootVolumeThroughput is { } throughput ? (Input<int>)throughput : null,
    };

    private (NodeGroupRole Role, Resource Access) CreateRole(string name, EksAutoModeNodesArgs args, ComponentResourceOptions? options)
    {
        var role = NodeGroupRole.Create(
            this, $"{name}-node-role", $"Nodes of the pool {args.PoolName}, which EKS Auto Mode launches", NodePolicies.OfAutoMode, options);
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

    private NodePoolArgs Pool(EksAutoModeNodesArgs args, CheckedNodePool pool) => new()
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
                    Requirements = NodePoolTemplates.Requirements(args, pool.InstanceTypes[0].Architecture),
                    Taints = NodePoolTemplates.Taints(Contract),
                    ExpireAfter = ExpireAfter,
                    TerminationGracePeriod = DrainTime,
                },
            },
            Disruption = NodePoolTemplates.Disruption(args.ConsolidateAfter),
            Limits = NodePoolTemplates.DeviceLimits(args.MaxNodes, pool).ToDictionary(),
        },
    };
}
