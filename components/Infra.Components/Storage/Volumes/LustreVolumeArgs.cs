using Pulumi;

namespace Infra.Components.Storage.Volumes;

/// <summary>
/// A file system of FSx for Lustre, linked to a directory of a bucket: what is uploaded there appears in it, and is fetched when it is first read. Files that come
/// from the bucket belong to root and may be read by everybody. With <c>ReadWriteMany</c>, new and changed files go back to the bucket; who isn't root writes only below directories
/// whose object in the bucket names its owner (FSx for Lustre user guide, "POSIX metadata support for data repositories": file-owner, file-group, file-permissions).
/// </summary>
public sealed class LustreVolumeArgs : ResourceArgs
{
    /// <summary>Where it has its addresses: one zone. Pods of other zones reach it too, and pay for the traffic.</summary>
    [Input("network", required: true)]
    public required VolumeNetworkArgs Network { get; init; }

    /// <summary>Name of the bucket in S3; its key must let FSx in (<see cref="ModelBucketArgs.LustreAccountId"/>).</summary>
    [Input("bucketName", required: true)]
    public required Input<string> BucketName { get; init; }

    /// <summary>Directory of the bucket, without slashes at either end; empty for all of it. Default: empty.</summary>
    [Input("path")]
    public string Path { get; init; } = "";

    /// <summary>Throughput in MB/s per TiB: 125, 250, 500 or 1000. Default: null, for scratch storage, which has 200 and doesn't survive a failed server.</summary>
    [Input("throughput")]
    public int? Throughput { get; init; }
}
