using System.Collections.Immutable;
using Infra.Core.Clusters;
using Infra.Core.Configuration;

namespace Infra.Core.Storage;

/// <summary>What each kind of volume can and needs.</summary>
public static class VolumeKinds
{
    private const VolumeAccess Once = VolumeAccess.ReadWriteOnce;
    private const VolumeAccess Read = VolumeAccess.ReadOnlyMany;
    private const VolumeAccess Many = VolumeAccess.ReadWriteMany;

    /// <summary>Every kind, in the order of the enumeration.</summary>
    public static IEnumerable<VolumeKind> All => Enum.GetValues<VolumeKind>();

    /// <summary>The kind as configuration and component inputs write it.</summary>
    public static string Name(VolumeKind kind) => WireNames.Name(kind);

    /// <summary>The kind of that name, or null.</summary>
    public static VolumeKind? Find(string name) => WireNames.TryParse<VolumeKind>(name, out var kind) ? kind : null;

    /// <summary>
    /// The access modes of a kind, its default first. A disk is on one node; a bucket is read only, because the driver's role may only read, and a mounted
    /// bucket can't change files anyway. Lustre with writing sends new files to its bucket.
    /// </summary>
    public static ImmutableArray<VolumeAccess> Access(VolumeKind kind) => kind switch
    {
        VolumeKind.Ebs => [Once],
        VolumeKind.Efs or VolumeKind.Nfs => [Many, Read],
        VolumeKind.Lustre => [Read, Many],
        VolumeKind.S3 => [Read],
        VolumeKind.StorageClass => [Once, Read, Many],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The add-on with the kind's driver; null where the cluster itself has what it takes, or somebody else brings it.</summary>
    public static EksAddOnSpec? AddOn(VolumeKind kind) => kind switch
    {
        VolumeKind.Ebs => EksAddOns.EbsCsiDriver,
        VolumeKind.Efs => EksAddOns.EfsCsiDriver,
        VolumeKind.Lustre => EksAddOns.FsxCsiDriver,
        VolumeKind.S3 => EksAddOns.S3CsiDriver,
        _ => null,
    };

    /// <summary>Whether it lies in AWS: the drivers don't run on nodes elsewhere (EKS user guide, considerations of each driver: not compatible with Hybrid Nodes).</summary>
    public static bool IsOfAws(VolumeKind kind) => AddOn(kind) is not null;

    /// <summary>Whether it has an address in the VPC: subnets and a security group.</summary>
    public static bool HasNetwork(VolumeKind kind) => kind is VolumeKind.Efs or VolumeKind.Lustre;

    /// <summary>The kinds that many nodes can use at a time, for advice.</summary>
    public static string Shared { get; } = string.Join(", ", All.Where(kind => Access(kind).Any(access => access != Once)).Select(Name));
}
