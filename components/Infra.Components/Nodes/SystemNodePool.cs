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

/// <summary>The CPU nodes of an EKS cluster that controllers and add-ons run on, as a managed node group.</summary>
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
/// The nodes have no taint. Pools of accelerators repel every pod that doesn't ask for one, so what is left lands here by
/// itself: no chart and no add-on needs a toleration or a selector, and none can be forgotten. The price is that CPU workloads
/// land here too; priority classes keep them from displacing controllers.
/// EKS completes the node group's name, so that a change that replaces the group makes the new nodes before it deletes the old:
/// the cluster is never without DNS.
/// </remarks>
public sealed class SystemNodePool : PoolComponent
{
    /// <summary>Name of the EKS node group; known once EKS has made it.</summary>
    [Output("nodeGroupName")]
    public Output<string> NodeGroupName { get; }

    /// <summary>ARN of the nodes' IAM role.</summary>
    [Output("nodeRoleArn")]
    public Output<string> NodeRoleArn { get; }

    /// <summary>Declares the pool.</summary>
    /// <exception cref="ResourceException">The arguments describe no possible pool; the message lists every problem.</exception>
    public SystemNodePool(string name, SystemNodePoolArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.SystemNodePool, name, args, options)
    {
        var ami = Check(name, args);
        var selector = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(NodeLabels.Pool, args.PoolName);
        Contract = new PoolContract
        {
            Name = args.PoolName,
            Labels = args.Labels.ToImmutableSortedDictionary(StringComparer.Ordinal).SetItems(selector),
            Selector = selector,
            Taints = [],
        };

        var role = args.NodeRoleArn is { } existing
            ? NodeGroupRole.Existing(existing)
            : NodeGroupRole.Create(this, $"{name}-role", args.PoolName, args.AttachCniPolicy, options);
        var launchTemplate = new Ec2.LaunchTemplate($"{name}-launch-template", NodeLaunchTemplate.For(new NodeTemplate
        {
            PoolName = args.PoolName,
            DisplayName = args.PoolName,
            Ami = ami,
            RootVolumeGiB = args.RootVolumeGiB,
            InstanceTags = args.InstanceTags,
        }), Children.Root(this, options));
        var nodeGroup = CreateNodeGroup($"{name}-node-group", args, role, launchTemplate);

        NodeGroupName = nodeGroup.NodeGroupName;
        NodeRoleArn = role.Arn;
        RegisterOutputs();
    }

    private AmiType Check(string name, SystemNodePoolArgs args)
    {
        var problems = new ConfigProblems();
        return SystemNodePoolCheck.Run(name, args, problems) is { } ami && problems.IsEmpty
            ? ami
            : throw new ResourceException(problems.Render(ComponentTypes.SystemNodePool), this, hideStack: true);
    }

    private Eks.NodeGroup CreateNodeGroup(string name, SystemNodePoolArgs args, NodeGroupRole role, Ec2.LaunchTemplate launchTemplate)
    {
        var options = Children.Of(this, role.Ready);
        if (args.NodeAutoscaler)
        {
            options.IgnoreChanges = ["scalingConfig.desiredSize"];
        }

        return new Eks.NodeGroup(name, new Eks.NodeGroupArgs
        {
            ClusterName = args.ClusterName,
            NodeGroupNamePrefix = $"{args.PoolName}-",
            NodeRoleArn = role.Arn,
            SubnetIds = args.SubnetIds,
            AmiType = args.AmiType,
            Version = args.KubernetesVersion is { } version ? (Input<string>)version : null,
            ReleaseVersion = args.AmiReleaseVersion is { } release ? (Input<string>)release : null,
            // Controllers on spot would go all at once.
            CapacityType = "ON_DEMAND",
            InstanceTypes = args.InstanceTypes,
            Labels = Contract.Labels.ToDictionary(),
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
                Version = launchTemplate.LatestVersion.Apply(latest => $"{latest}"),
            },
        }, options);
    }
}
