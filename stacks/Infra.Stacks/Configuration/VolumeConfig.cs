using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Storage;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>A volume for models and data; exactly one of its kinds.</summary>
public sealed record VolumeConfig : IConfigRules
{
    /// <summary>Name that model sources refer to (<c>pvc://NAME/PATH</c>), and of the claim.</summary>
    [Matches("[a-z]([a-z0-9-]{0,38}[a-z0-9])?", "a lower-case name of letters, digits and '-', at most 40 characters")]
    public required string Name { get; init; }

    /// <summary>Name of the tenant whose it is: a volume is mounted in one namespace. Default: none, and it is for what belongs to no tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>Size; it may grow. EFS, NFS and S3 have none of their own; there it is a note for readers.</summary>
    [InRange<ByteSize>(Min = "1Gi", Max = "100Pi")]
    public required ByteSize Size { get; init; }

    /// <summary>Who may use it at a time. Default: readWriteOnce for ebs and storageClass, readOnlyMany for lustre and s3, readWriteMany for efs and nfs.</summary>
    public VolumeAccess? AccessMode { get; init; }

    /// <summary>Mount options, beside those that the kind has itself. Default: none.</summary>
    public ImmutableArray<string> MountOptions { get; init; } = [];

    /// <summary>A disk of EBS, in one zone, on one node at a time. It is made once, when the first pod asks for it: zone, iops and throughput that change later stay as they were.</summary>
    public EbsVolumeConfig? Ebs { get; init; }

    /// <summary>A file system of EFS, in every zone of the cluster; it grows by itself.</summary>
    public EfsVolumeConfig? Efs { get; init; }

    /// <summary>A file system of FSx for Lustre, filled from a bucket.</summary>
    public LustreVolumeConfig? Lustre { get; init; }

    /// <summary>A directory of an NFS server that is there already.</summary>
    public NfsVolumeConfig? Nfs { get; init; }

    /// <summary>A bucket, mounted for reading.</summary>
    public BucketVolumeConfig? S3 { get; init; }

    /// <summary>Name of a storage class of the cluster that makes the volume, such as Longhorn's or Rook's.</summary>
    public string? StorageClass { get; init; }

    /// <summary>The kinds that are set.</summary>
    internal IEnumerable<VolumeKind> Kinds =>
        new (VolumeKind Kind, object? Value)[]
        {
            (VolumeKind.Ebs, Ebs), (VolumeKind.Efs, Efs), (VolumeKind.Lustre, Lustre), (VolumeKind.Nfs, Nfs), (VolumeKind.S3, S3), (VolumeKind.StorageClass, StorageClass),
        }.Where(one => one.Value is not null).Select(one => one.Kind);

    /// <summary>The kind, where there is exactly one; null otherwise.</summary>
    internal VolumeKind? Kind => Kinds.ToArray() is [var only] ? only : null;

    /// <summary>Who may use it, by what is said and by the kind.</summary>
    internal VolumeAccess Access => AccessMode ?? (Kind is { } kind ? VolumeKinds.Access(kind)[0] : VolumeAccess.ReadWriteOnce);

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        var kinds = Kinds.ToArray();
        if (kinds.Length != 1)
        {
            problems.Add(path, $"has {(kinds.Length == 0 ? "no kind" : $"the kinds {string.Join(", ", kinds.Select(VolumeKinds.Name))}")}; set exactly one of {string.Join(", ", VolumeKinds.All.Select(VolumeKinds.Name))}");
        }
        else if (AccessMode is { } access && !VolumeKinds.Access(kinds[0]).Contains(access))
        {
            problems.Add(
                ConfigPath.Key(path, "accessMode"),
                $"{WireNames.Name(access)} is no access mode of {VolumeKinds.Name(kinds[0])}; there are: {string.Join(", ", VolumeKinds.Access(kinds[0]).Select(WireNames.Name))}");
        }
    }
}

/// <summary>A disk of EBS (gp3, encrypted).</summary>
public sealed record EbsVolumeConfig
{
    /// <summary>Zone of the disk, and so of every pod that uses it.</summary>
    public required string Zone { get; init; }

    /// <summary>Operations per second. Default: what gp3 has, 3000.</summary>
    public int? Iops { get; init; }

    /// <summary>Throughput in MiB/s. Default: what gp3 has, 125.</summary>
    public int? Throughput { get; init; }
}

/// <summary>A file system of EFS: encrypted, elastic throughput, daily backups where storage is protected. Nothing to set.</summary>
public sealed record EfsVolumeConfig;

/// <summary>A file system of FSx for Lustre.</summary>
public sealed record LustreVolumeConfig
{
    /// <summary>Zone of its servers. Pods of other zones reach it too, and pay for the traffic.</summary>
    public required string Zone { get; init; }

    /// <summary>
    /// Bucket of the environment that fills it. With access mode readWriteMany, new and changed files go back there. Directories belong to root, so jobs, whose user is 10001, write only
    /// below those whose object in the bucket names them as owner (its metadata file-owner, file-group and file-permissions).
    /// </summary>
    public required string Bucket { get; init; }

    /// <summary>Directory of the bucket. Default: all of it.</summary>
    [Matches(VolumePaths.Pattern, VolumePaths.Allowed)]
    public string Path { get; init; } = "";

    /// <summary>Throughput in MB/s per TiB: 125, 250, 500 or 1000. Default: scratch storage, which has 200 and doesn't survive a failed server.</summary>
    public int? Throughput { get; init; }
}

/// <summary>A directory of an NFS server. Nodes mount it, so they need a way to the server.</summary>
public sealed record NfsVolumeConfig
{
    /// <summary>Host name or address of the server.</summary>
    [Matches("[A-Za-z0-9.:-]+", "a host name or an address")]
    public required string Server { get; init; }

    /// <summary>Exported directory, absolute.</summary>
    [Matches("/.*", "an absolute path, such as /exports/models")]
    public required string Path { get; init; }
}

/// <summary>A bucket as a volume.</summary>
public sealed record BucketVolumeConfig
{
    /// <summary>Bucket of the environment.</summary>
    public required string Bucket { get; init; }

    /// <summary>Directory of the bucket. Default: all of it.</summary>
    [Matches(VolumePaths.Pattern, VolumePaths.Allowed)]
    public string Path { get; init; } = "";
}

/// <summary>How the configuration writes directories of buckets.</summary>
internal static class VolumePaths
{
    /// <summary>Steps without slashes at either end; empty for all of the bucket.</summary>
    public const string Pattern = "([A-Za-z0-9_=.-]+(/[A-Za-z0-9_=.-]+)*)?";

    /// <summary>The same for people.</summary>
    public const string Allowed = "a directory of letters, digits and - _ . =, without slashes at either end";
}
