using Infra.Core.Nodes;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Nodes;

/// <summary>The launch template of a pool's nodes.</summary>
internal static class NodeLaunchTemplate
{
    // Root volume of every EKS AMI; Bottlerocket's holds the operating system alone.
    private const string RootDevice = "/dev/xvda";

    /// <summary>The template's inputs.</summary>
    public static LaunchTemplateArgs For(NodeTemplate template)
    {
        var args = new LaunchTemplateArgs
        {
            Description = $"Nodes of the pool {template.PoolName}",
            UpdateDefaultVersion = true,
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                // One hop reaches the node itself only; pods get their credentials from Pod Identity.
                HttpPutResponseHopLimit = 1,
            },
            BlockDeviceMappings = Volumes(template),
            TagSpecifications = TagSpecifications(template),
        };
        AddCapacity(template, args);
        if (template.Interfaces is { } interfaces)
        {
            args.NetworkInterfaces = interfaces;
        }

        if (template.PlacementGroup is { } group)
        {
            args.Placement = new LaunchTemplatePlacementArgs { GroupName = group };
        }

        if (template.UserData is { } text)
        {
            args.UserData = NodeUserData.ToBase64(text);
        }

        return args;
    }

    private static void AddCapacity(NodeTemplate template, LaunchTemplateArgs args)
    {
        if (template.InstanceType is { } type)
        {
            args.InstanceType = type;
        }

        if (template.MarketType is { } market)
        {
            args.InstanceMarketOptions = new LaunchTemplateInstanceMarketOptionsArgs { MarketType = market };
        }

        if (template.Reservation is { } reservation)
        {
            var target = new LaunchTemplateCapacityReservationSpecificationCapacityReservationTargetArgs();
            if (reservation.Id is { } id)
            {
                target.CapacityReservationId = id;
            }
            else
            {
                target.CapacityReservationResourceGroupArn = reservation.ResourceGroupArn!;
            }

            args.CapacityReservationSpecification = new LaunchTemplateCapacityReservationSpecificationArgs { CapacityReservationTarget = target };
        }
    }

    private static InputList<LaunchTemplateBlockDeviceMappingArgs> Volumes(NodeTemplate template)
    {
        var volumes = new InputList<LaunchTemplateBlockDeviceMappingArgs>();
        if (template.Ami.ContainerStorageDevice != RootDevice)
        {
            // No size: EC2 takes that of the AMI. Mapped at all because it would not be encrypted otherwise.
            volumes.Add(new LaunchTemplateBlockDeviceMappingArgs { DeviceName = RootDevice, Ebs = Encrypted() });
        }

        var storage = Encrypted();
        storage.VolumeSize = template.RootVolumeGiB;
        if (template.RootVolumeIops is { } iops)
        {
            storage.Iops = iops;
        }

        if (template.RootVolumeThroughput is { } throughput)
        {
            storage.Throughput = throughput;
        }

        if (template.Snapshot is { } snapshot)
        {
            storage.SnapshotId = snapshot;
        }

        if (template.SnapshotRate is { } rate)
        {
            storage.VolumeInitializationRate = rate;
        }

        volumes.Add(new LaunchTemplateBlockDeviceMappingArgs { DeviceName = template.Ami.ContainerStorageDevice, Ebs = storage });
        return volumes;
    }

    private static LaunchTemplateBlockDeviceMappingEbsArgs Encrypted() =>
        new() { VolumeType = "gp3", Encrypted = "true", DeleteOnTermination = "true" };

    // Default tags of the provider reach the launch template, not what EC2 launches from it.
    private static InputList<LaunchTemplateTagSpecificationArgs> TagSpecifications(NodeTemplate template)
    {
        var specifications = new InputList<LaunchTemplateTagSpecificationArgs>();
        foreach (var resourceType in new[] { "instance", "volume", "network-interface" })
        {
            specifications.Add(new LaunchTemplateTagSpecificationArgs
            {
                ResourceType = resourceType,
                Tags = InputMap<string>.Merge(template.InstanceTags, new InputMap<string> { ["Name"] = template.DisplayName }),
            });
        }

        return specifications;
    }
}
