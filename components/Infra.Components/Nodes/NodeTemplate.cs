using Infra.Core.Catalog;
using Pulumi;

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

    /// <summary>Tags of instances, volumes and network interfaces.</summary>
    public required InputMap<string> InstanceTags { get; init; }
}
