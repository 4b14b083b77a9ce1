using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Catalog;
using Infra.Core.Configuration;
using Infra.Core.Nodes;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;
using Eks = Pulumi.Aws.Eks;

namespace Infra.Components.Nodes;

/// <summary>A pool of NVIDIA GPU nodes in an existing EKS cluster, as a managed node group.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-role                  IAM role of the nodes, unless one exists
/// NAME-role-worker           policy attachments of the role
/// NAME-role-cni              unless the VPC CNI has an identity of its own
/// NAME-role-registry
/// NAME-launch-template       IMDSv2, volumes, tags of what EC2 launches
/// NAME-node-group            the EKS managed node group
/// </code>
/// Where a node autoscaler owns the size, the desired size is set to the minimum and ignored afterwards; refresh before an
/// update (Pulumi.yaml, <c>refresh: always</c>), or the update would set the recorded size back.
/// </remarks>
public sealed class GpuNodePool : ComponentResource
{
    /// <summary>Name of the EKS node group.</summary>
    [Output("nodeGroupName")]
    public Output<string> NodeGroupName { get; }

    /// <summary>ARN of the nodes' IAM role.</summary>
    [Output("nodeRoleArn")]
    public Output<string> NodeRoleArn { get; }

    /// <summary>What workloads and daemon sets on the pool rely on.</summary>
    public PoolContract Contract { get; }

    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public GpuNodePool(string name, GpuNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.GpuNodePool, name, args, options)
    {
        var instanceTypes = Check(name, args);
        Contract = PoolContract.ForNvidia(args.PoolName, instanceTypes, args.Labels, args.Taints.Select(taint => taint.ToTaint()));

        var role = args.NodeRoleArn is { } existing
            ? NodeGroupRole.Existing(existing)
            : NodeGroupRole.Create(this, $"{name}-role", args.PoolName, args.AttachCniPolicy, options);
        var launchTemplate = new Ec2.LaunchTemplate($"{name}-launch-template", NodeLaunchTemplate.For(new NodeTemplate
        {
            PoolName = args.PoolName,
            DisplayName = args.NodeGroupName,
            Ami = Ami(args),
            RootVolumeGiB = args.RootVolumeGiB,
            InstanceTags = args.InstanceTags,
        }), Children.Root(this, options));
        var nodeGroup = CreateNodeGroup($"{name}-node-group", args, role, launchTemplate);

        NodeGroupName = nodeGroup.NodeGroupName;
        NodeRoleArn = role.Arn;
        RegisterOutputs();
    }

    private ImmutableArray<InstanceType> Check(string name, GpuNodePoolArgs args)
    {
        var problems = new ConfigProblems();
        var types = GpuNodePoolCheck.Run(name, args, problems);
        return problems.IsEmpty ? types : throw new ResourceException(problems.Render(ComponentTypes.GpuNodePool), this, hideStack: true);
    }

    private static AmiType Ami(GpuNodePoolArgs args) => AmiTypes.TryGet(args.AmiType, out var ami)
        ? ami
        : throw new InvalidOperationException($"AMI type '{args.AmiType}' was not checked");

    private Eks.NodeGroup CreateNodeGroup(string name, GpuNodePoolArgs args, NodeGroupRole role, Ec2.LaunchTemplate launchTemplate)
    {
        var options = Children.Of(this, role.Ready);
        if (args.NodeAutoscaler)
        {
            options.IgnoreChanges = ["scalingConfig.desiredSize"];
        }

        // Two node groups can't share a name, so the old one has to go first.
        options.DeleteBeforeReplace = true;
        return new Eks.NodeGroup(name, new Eks.NodeGroupArgs
        {
            ClusterName = args.ClusterName,
            NodeGroupName = args.NodeGroupName,
            NodeRoleArn = role.Arn,
            SubnetIds = args.SubnetIds,
            AmiType = args.AmiType,
            ReleaseVersion = args.AmiReleaseVersion is { } release ? (Input<string>)release : null,
            CapacityType = args.Spot ? "SPOT" : "ON_DEMAND",
            InstanceTypes = args.InstanceTypes,
            Labels = Contract.Labels.ToDictionary(),
            Taints = NodeGroupTaints.Of(Contract),
            ScalingConfig = new Eks.Inputs.NodeGroupScalingConfigArgs
            {
                MinSize = args.MinSize,
                MaxSize = args.MaxSize,
                DesiredSize = args.MinSize,
            },
            UpdateConfig = new Eks.Inputs.NodeGroupUpdateConfigArgs { MaxUnavailable = 1 },
            NodeRepairConfig = new Eks.Inputs.NodeGroupNodeRepairConfigArgs { Enabled = true },
            LaunchTemplate = new Eks.Inputs.NodeGroupLaunchTemplateArgs
            {
                Id = launchTemplate.Id,
                Version = launchTemplate.LatestVersion.Apply(version => $"{version}"),
            },
        }, options);
    }
}
