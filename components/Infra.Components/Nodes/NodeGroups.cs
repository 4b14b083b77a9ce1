using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Nodes;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Infra.Components.Nodes;

/// <summary>The EKS managed node groups of a GPU pool: one over all zones, or one per zone.</summary>
internal sealed class NodeGroups(GpuNodePool pool, string name, GpuNodePoolArgs args, NodeGroupRole role, LaunchTemplate launchTemplate)
{
    /// <summary>Declares them as children of the pool.</summary>
    /// <param name="tags">Tags that tell a node autoscaler what a node would offer.</param>
    public ImmutableArray<NodeGroup> Create(IReadOnlyDictionary<string, string> tags) => args.PerZone
        ? [.. args.Zones.Zip(NodeGroupNames.Of(args.NodeGroupName, [.. args.Zones.Select(zone => zone.Name)]), (zone, groupName) => Create($"-{zone.Name}", groupName, [zone], tags))]
        : [Create("", args.NodeGroupName, args.Zones, tags)];

    private NodeGroup Create(string suffix, string groupName, IReadOnlyList<NodeZoneArgs> zones, IReadOnlyDictionary<string, string> tags)
    {
        var options = Children.Of(pool, role.Ready);
        if (args.NodeAutoscaler)
        {
            options.IgnoreChanges = ["scalingConfig.desiredSize"];
        }

        // Two node groups can't share a name, so the old one has to go first.
        options.DeleteBeforeReplace = true;
        var group = new NodeGroupArgs
        {
            ClusterName = args.ClusterName,
            NodeGroupName = groupName,
            NodeRoleArn = role.Arn,
            SubnetIds = zones.Select(zone => zone.SubnetId).ToArray(),
            AmiType = pool.AmiType,
            Version = args.KubernetesVersion is { } version ? (Input<string>)version : null,
            ReleaseVersion = args.AmiReleaseVersion is { } release ? (Input<string>)release : null,
            CapacityType = args.CapacityType,
            Labels = pool.Contract.Labels.ToDictionary(),
            Taints = NodeGroupTaints.Of(pool.Contract),
            ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = args.MinSize, MaxSize = args.MaxSize, DesiredSize = args.MinSize },
            UpdateConfig = Update(args.Update),
            NodeRepairConfig = Repair(args.Repair),
            LaunchTemplate = new NodeGroupLaunchTemplateArgs
            {
                Id = launchTemplate.Id,
                Version = launchTemplate.LatestVersion.Apply(latest => $"{latest}"),
            },
        };
        if (!args.IsCapacityBlock)
        {
            // The template of a capacity block names the type itself, and EKS takes it from one place only.
            group.InstanceTypes = args.InstanceTypes;
        }

        if (args.NodeAutoscaler)
        {
            group.Tags = tags.ToDictionary();
        }

        return new NodeGroup($"{name}-node-group{suffix}", group, options);
    }

    private static NodeGroupUpdateConfigArgs Update(NodeUpdateArgs update)
    {
        var config = new NodeGroupUpdateConfigArgs { UpdateStrategy = update.Strategy };
        if (update.MaxUnavailablePercentage is { } percentage)
        {
            config.MaxUnavailablePercentage = percentage;
        }
        else
        {
            config.MaxUnavailable = update.MaxUnavailable ?? 1;
        }

        return config;
    }

    private static NodeGroupNodeRepairConfigArgs Repair(NodeRepairArgs repair)
    {
        var config = new NodeGroupNodeRepairConfigArgs { Enabled = repair.Enabled };
        if (repair.MaxParallelNodes is { } count)
        {
            config.MaxParallelNodesRepairedCount = count;
        }

        foreach (var exception in repair.Overrides)
        {
            config.NodeRepairConfigOverrides.Add(new NodeGroupNodeRepairConfigNodeRepairConfigOverrideArgs
            {
                NodeMonitoringCondition = exception.Condition,
                NodeUnhealthyReason = exception.Reason,
                MinRepairWaitTimeMins = exception.WaitMinutes,
                RepairAction = exception.Action,
            });
        }

        return config;
    }
}
