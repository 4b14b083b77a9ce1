namespace Infra.Core.Storage;

/// <summary>What a volume for models lies on.</summary>
public enum VolumeKind
{
    /// <summary>A disk of EBS, in one zone, on one node at a time.</summary>
    Ebs,

    /// <summary>A file system of EFS, in every zone.</summary>
    Efs,

    /// <summary>A file system of FSx for Lustre, filled from a bucket.</summary>
    Lustre,

    /// <summary>A server that speaks NFS and that somebody else looks after.</summary>
    Nfs,

    /// <summary>A bucket, mounted for reading.</summary>
    S3,

    /// <summary>Whatever a storage class of the cluster makes, such as Longhorn's or Rook's.</summary>
    StorageClass,
}
