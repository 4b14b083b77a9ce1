using Pulumi;

namespace Infra.Components.Storage.Volumes;

/// <summary>A directory of a bucket, mounted for reading by Mountpoint for Amazon S3. The driver's role must be allowed to read it.</summary>
public sealed class BucketVolumeArgs : ResourceArgs
{
    /// <summary>Name of the bucket in S3.</summary>
    [Input("bucketName", required: true)]
    public required Input<string> BucketName { get; init; }

    /// <summary>AWS region of the bucket.</summary>
    [Input("region", required: true)]
    public required string Region { get; init; }

    /// <summary>Directory of the bucket, without slashes at either end; empty for all of it. Default: empty.</summary>
    [Input("path")]
    public string Path { get; init; } = "";
}
