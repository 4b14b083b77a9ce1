using Pulumi;

namespace Infra.Components.Storage;

/// <summary>Inputs of <see cref="ModelBucket"/>.</summary>
public sealed class ModelBucketArgs : ResourceArgs
{
    /// <summary>
    /// Whether Pulumi refuses to delete or replace bucket, key and the bucket's settings, and leaves them in AWS when their
    /// stack goes. Default: true. Where false, a deletion takes <b>all models</b> in the bucket with it (force destroy); to
    /// delete a bucket that was protected, turn this off and update once before.
    /// </summary>
    [Input("protect")]
    public bool Protect { get; init; } = true;

    /// <summary>Days after which a replaced or deleted object is gone for good, 1 or more. Default: 30.</summary>
    [Input("noncurrentDays")]
    public int NoncurrentDays { get; init; } = DefaultNoncurrentDays;

    /// <summary>Days that KMS waits before it destroys a deleted key, 7 to 30. Default: 30.</summary>
    [Input("keyDeletionDays")]
    public int KeyDeletionDays { get; init; } = DefaultKeyDeletionDays;

    /// <summary>Where copies of all new objects go. Default: none.</summary>
    [Input("replication")]
    public ReplicationArgs? Replication { get; init; }

    /// <summary>Name of the bucket that records every request, such as an <see cref="AccessLogBucket"/>; name its component in <c>DependsOn</c>. Default: none.</summary>
    [Input("accessLogBucket")]
    public Input<string>? AccessLogBucket { get; init; }

    /// <summary>
    /// Locks new versions. Default: none. Needs <see cref="Protect"/>: nothing can empty such a bucket before its time, so that a deletion would fail half way.
    /// </summary>
    [Input("objectLock")]
    public ObjectLockArgs? ObjectLock { get; init; }

    /// <summary>Account whose file systems of FSx for Lustre may be linked to the bucket, twelve digits. Default: none.</summary>
    [Input("lustreAccountId")]
    public string? LustreAccountId { get; init; }

    /// <summary>Default of <see cref="NoncurrentDays"/>.</summary>
    public const int DefaultNoncurrentDays = 30;

    /// <summary>Default of <see cref="KeyDeletionDays"/>; the most that KMS allows.</summary>
    public const int DefaultKeyDeletionDays = 30;
}
