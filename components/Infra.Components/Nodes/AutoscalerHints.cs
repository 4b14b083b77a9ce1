using Infra.Components.Shared;
using Infra.Core.Nodes;
using Infra.Core.Units;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Eks;

namespace Infra.Components.Nodes;

/// <summary>Tags by which Cluster Autoscaler knows what a node would be; EKS makes the Auto Scaling group and hands no tags on to it.</summary>
internal static class AutoscalerHints
{
    /// <summary>Declares the tags of a node group as children of its pool.</summary>
    /// <param name="parent">The pool.</param>
    /// <param name="name">What the logical names start with.</param>
    /// <param name="nodeGroup">The node group.</param>
    /// <param name="contract">What the pool promises.</param>
    /// <param name="ephemeralStorage">Disk that pods may use on a node.</param>
    public static void Create(ComponentResource parent, string name, NodeGroup nodeGroup, PoolContract contract, ByteSize ephemeralStorage)
    {
        var group = nodeGroup.Resources.Apply(resources => resources[0].AutoscalingGroups[0].Name);
        foreach (var (key, value) in NodeTemplateTags.Of(contract, ephemeralStorage))
        {
            _ = new Tag($"{name}-{key[NodeTemplateTags.Prefix.Length..]}", new TagArgs
            {
                AutoscalingGroupName = group,
                // For the autoscaler alone: the nodes need no such tags.
                TagDetails = new TagTagArgs { Key = key, Value = value, PropagateAtLaunch = false },
            }, Children.Of(parent));
        }
    }
}
