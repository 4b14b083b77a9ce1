using Infra.Core.Catalog;
using Pulumi;
using Pulumi.Aws.Ec2.Inputs;

namespace Infra.Components.Nodes;

/// <summary>What the launch template of any pool is made from.</summary>
internal sealed record NodeTemplate
{
    /// <summary>Name of the pool, for people.</summary>
    public required string PoolName { get; init; }

    /// <summary>Value of the tag <c>Name</c> of everything that EC2 launches.</summary>
    public required string DisplayName { get; init; }

    /// <summary>AMI type of the nodes.</summary>
    public required AmiType Ami { get; init; }

    /// <summary>Volume of images and pods' files in GiB.</summary>
    public required int RootVolumeGiB { get; init; }

    /// <summary>Its IOPS; null for gp3's own 3,000.</summary>
    public int? RootVolumeIops { get; init; }

    /// <summary>Its throughput in MiB/s; null for gp3's own 125.</summary>
    public int? RootVolumeThroughput { get; init; }

    /// <summary>EBS snapshot that it is made from; null for none.</summary>
    public string? Snapshot { get; init; }

    /// <summary>MiB/s at which it is filled from there; null for as it is read.</summary>
    public int? SnapshotRate { get; init; }

    /// <summary>User data as text; null for none.</summary>
    public string? UserData { get; init; }

    /// <summary>Instance type, where the template has to say it; null where the node group does.</summary>
    public string? InstanceType { get; init; }

    /// <summary>Market of the instances, where the template has to say it.</summary>
    public string? MarketType { get; init; }

    /// <summary>Reserved capacity that instances are launched into.</summary>
    public CapacityReservationArgs? Reservation { get; init; }

    /// <summary>Network interfaces; null where EC2 and EKS decide.</summary>
    public InputList<LaunchTemplateNetworkInterfaceArgs>? Interfaces { get; init; }

    /// <summary>Name of a placement group.</summary>
    public Input<string>? PlacementGroup { get; init; }

    /// <summary>Tags of instances, volumes and network interfaces.</summary>
    public required InputMap<string> InstanceTags { get; init; }
}
