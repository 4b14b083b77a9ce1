using Infra.Components.NodeAutoscaling.Resources;
using Infra.Components.Nodes;
using Infra.Core.Nodes;
using Pulumi;

namespace Infra.Components.NodeAutoscaling;

/// <summary>How Karpenter launches the instances of a pool: image, volumes, network, IMDSv2.</summary>
internal static class KarpenterNodeClass
{
    /// <summary>The class of a pool.</summary>
    /// <param name="args">The pool.</param>
    /// <param name="pool">What the rules made of it.</param>
    /// <param name="imageAlias">The image.</param>
    /// <param name="efa">What its nodes need around them; null without EFA.</param>
    public static Ec2NodeClassArgs For(KarpenterNodePoolArgs args, CheckedNodePool pool, string imageAlias, EfaNetwork? efa) => new()
    {
        Metadata = NodePoolTemplates.Owner(args.PoolName),
        Spec = new Ec2NodeClassSpecArgs
        {
            AmiSelectorTerms = { new AmiSelectorTermArgs { Alias = imageAlias } },
            Role = args.NodeRoleName,
            SubnetSelectorTerms = NodePoolTemplates.Ids(args.SubnetIds),
            SecurityGroupSelectorTerms = NodePoolTemplates.Ids(efa?.SecurityGroups ?? new InputList<string> { args.SecurityGroupId }),
            CapacityReservationSelectorTerms = NodePoolTemplates.Reservation(args),
            BlockDeviceMappings = { Volume(args, pool) },
            InstanceStorePolicy = args.LocalNvme ? (Input<string>)"RAID0" : null,
            NetworkInterfaces = efa is null ? null : Interfaces(pool),
            PlacementGroupSelector = efa?.PlacementGroup is { } group ? (Input<PlacementGroupSelectorArgs>)new PlacementGroupSelectorArgs { Name = group } : null,
            // On AL2023 Karpenter writes local disks itself, and sharing is the device plugin's; on Bottlerocket it is a setting of the node.
            UserData = NodeUserData.For(pool.Ami!, localNvme: false, pool.Sharing, args.Images.ParallelPull) is { } text ? (Input<string>)text : null,
            MetadataOptions = new NodeMetadataOptionsArgs(),
            Tags = args.InstanceTags,
        },
    };

    private static NodeVolumeArgs Volume(KarpenterNodePoolArgs args, CheckedNodePool pool) => new()
    {
        DeviceName = pool.Ami!.ContainerStorageDevice,
        Ebs = new NodeEbsArgs
        {
            VolumeSize = $"{args.RootVolumeGiB}Gi",
            Iops = args.RootVolumeIops is { } iops ? (Input<int>)iops : null,
            Throughput = args.RootVolumeThroughput is { } throughput ? (Input<int>)throughput : null,
            SnapshotId = args.Images.Snapshot is { } snapshot ? (Input<string>)snapshot : null,
            VolumeInitializationRate = args.Images.SnapshotRate is { } rate ? (Input<int>)rate : null,
        },
    };

    private static InputList<NetworkInterfaceArgs> Interfaces(CheckedNodePool pool)
    {
        var list = new InputList<NetworkInterfaceArgs>();
        foreach (var (card, device, type) in EfaInterfaces.OfKarpenter(pool.InstanceTypes[0]))
        {
            list.Add(new NetworkInterfaceArgs { NetworkCardIndex = card, DeviceIndex = device, InterfaceType = type });
        }

        return list;
    }
}
