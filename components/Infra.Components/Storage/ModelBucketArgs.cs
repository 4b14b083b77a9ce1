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

    /// <summary>Default of <see cref="NoncurrentDays"/>.</summary>
    public const int DefaultNoncurrentDays = 30;

    /// <summary>Default of <see cref="KeyDeletionDays"/>; the most that KMS allows.</summary>
    public const int DefaultKeyDeletionDays = 30;
}
