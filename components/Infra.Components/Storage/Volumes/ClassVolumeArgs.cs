using Pulumi;

namespace Infra.Components.Storage.Volumes;

/// <summary>A volume that a storage class of the cluster makes.</summary>
public sealed class ClassVolumeArgs : ResourceArgs
{
    /// <summary>Name of the storage class, such as <c>longhorn</c> or <c>rook-ceph-block</c>; must exist. It says zone, encryption and mount options.</summary>
    [Input("name", required: true)]
    public required string Name { get; init; }
}
