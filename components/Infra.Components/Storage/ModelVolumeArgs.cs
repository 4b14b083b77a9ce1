using Infra.Components.Storage.Volumes;
using Pulumi;

namespace Infra.Components.Storage;

/// <summary>Inputs of <see cref="ModelVolume"/>; exactly one of the kinds is set.</summary>
public sealed class ModelVolumeArgs : ResourceArgs
{
    /// <summary>Name of the claim, by which pods mount it: a DNS label of at most 50 characters.</summary>
    [Input("volumeName", required: true)]
    public required string VolumeName { get; init; }

    /// <summary>Namespace of the claim, the one of its pods; must exist.</summary>
    [Input("namespace", required: true)]
    public required Input<string> Namespace { get; init; }

    /// <summary>Size as Kubernetes quantity. EFS, NFS and S3 have none of their own; there it is a note for readers.</summary>
    [Input("size", required: true)]
    public required string Size { get; init; }

    /// <summary>
    /// Who may use it at a time: <c>ReadWriteOnce</c>, <c>ReadOnlyMany</c> or <c>ReadWriteMany</c>. Default: ReadWriteOnce for ebs and storageClass, ReadOnlyMany for
    /// lustre and s3, ReadWriteMany for efs and nfs.
    /// </summary>
    [Input("accessMode")]
    public string? AccessMode { get; init; }

    /// <summary>Mount options, beside those that the kind has itself. Default: none.</summary>
    [Input("mountOptions")]
    public List<string> MountOptions { get; init; } = [];

    /// <summary>Whether Pulumi refuses to delete or replace what holds data, and leaves it when its stack goes. Default: true.</summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>A disk of EBS.</summary>
    [Input("ebs")]
    public EbsVolumeArgs? Ebs { get; init; }

    /// <summary>A file system of EFS.</summary>
    [Input("efs")]
    public EfsVolumeArgs? Efs { get; init; }

    /// <summary>A file system of FSx for Lustre.</summary>
    [Input("lustre")]
    public LustreVolumeArgs? Lustre { get; init; }

    /// <summary>A directory of an NFS server.</summary>
    [Input("nfs")]
    public NfsVolumeArgs? Nfs { get; init; }

    /// <summary>A bucket.</summary>
    [Input("s3")]
    public BucketVolumeArgs? S3 { get; init; }

    /// <summary>A volume of a storage class.</summary>
    [Input("storageClass")]
    public ClassVolumeArgs? StorageClass { get; init; }
}
