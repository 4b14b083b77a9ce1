using Infra.Components.NodeAutoscaling;
using Infra.Components.Nodes;

namespace Infra.Examples;

/// <summary>Karpenter, and a pool of L4 nodes that it launches for pods: images on local disks, layers pulled side by side.</summary>
public static class KarpenterNodes
{
    /// <summary>Declares it.</summary>
    public static void Declare(ExistingCluster cluster)
    {
        var karpenter = new Karpenter("karpenter", new KarpenterArgs { ClusterName = cluster.Name, Region = cluster.Region, AccountId = cluster.AccountId }, cluster.With());
        _ = new KarpenterNodePool("l4", new KarpenterNodePoolArgs
        {
            PoolName = "l4",
            InstanceTypes = ["g6.xlarge", "g6.2xlarge"],
            // Named, because Karpenter would replace all nodes whenever AWS publishes an image.
            AmiReleaseVersion = "v20260917",
            CapacityType = "SPOT",
            MaxNodes = 4,
            SubnetIds = cluster.Zones.Select(zone => zone.SubnetId).ToArray(),
            SecurityGroupId = cluster.NodeSecurityGroupId,
            NodeRoleName = karpenter.NodeRoleName,
            LocalNvme = true,
            Images = new NodeImagesArgs { ParallelPull = true },
        }, cluster.With(karpenter));
    }
}
