using Infra.Core.Catalog;
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
    public static LaunchTemplateArgs For(GpuNodePoolArgs args, AmiType ami) => new()
    {
        Description = $"Nodes of the pool {args.PoolName}",
        UpdateDefaultVersion = true,
        MetadataOptions = new LaunchTemplateMetadataOptionsArgs
        {
            HttpEndpoint = "enabled",
            HttpTokens = "required",
            // One hop reaches the node itself only; pods get their credentials from Pod Identity.
            HttpPutResponseHopLimit = 1,
        },
        BlockDeviceMappings = Volumes(args, ami),
        TagSpecifications = TagSpecifications(args),
    };

    private static InputList<LaunchTemplateBlockDeviceMappingArgs> Volumes(GpuNodePoolArgs args, AmiType ami)
    {
        var volumes = new InputList<LaunchTemplateBlockDeviceMappingArgs>();
        if (ami.ContainerStorageDevice != RootDevice)
        {
            // No size: EC2 takes that of the AMI. Mapped at all because it would not be encrypted otherwise.
            volumes.Add(new LaunchTemplateBlockDeviceMappingArgs { DeviceName = RootDevice, Ebs = Encrypted() });
        }

        var storage = Encrypted();
        storage.VolumeSize = args.RootVolumeGiB;
        volumes.Add(new LaunchTemplateBlockDeviceMappingArgs { DeviceName = ami.ContainerStorageDevice, Ebs = storage });
        return volumes;
    }

    private static LaunchTemplateBlockDeviceMappingEbsArgs Encrypted() =>
        new() { VolumeType = "gp3", Encrypted = "true", DeleteOnTermination = "true" };

    // Default tags of the provider reach the launch template, not what EC2 launches from it.
    private static InputList<LaunchTemplateTagSpecificationArgs> TagSpecifications(GpuNodePoolArgs args)
    {
        var specifications = new InputList<LaunchTemplateTagSpecificationArgs>();
        foreach (var resourceType in new[] { "instance", "volume", "network-interface" })
        {
            specifications.Add(new LaunchTemplateTagSpecificationArgs
            {
                ResourceType = resourceType,
                Tags = InputMap<string>.Merge(args.InstanceTags, new InputMap<string> { ["Name"] = args.NodeGroupName }),
            });
        }

        return specifications;
    }
}
