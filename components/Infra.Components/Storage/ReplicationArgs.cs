using Pulumi;

namespace Infra.Components.Storage;

/// <summary>Where a bucket's objects are copied to: another <see cref="ModelBucket"/>, under the provider of another region.</summary>
public sealed class ReplicationArgs : ResourceArgs
{
    /// <summary>ARN of the other bucket, which must have versions; name its component in <c>DependsOn</c>.</summary>
    [Input("bucketArn", required: true)]
    public required Input<string> BucketArn { get; init; }

    /// <summary>ARN of the KMS key that encrypts the copies.</summary>
    [Input("keyArn", required: true)]
    public required Input<string> KeyArn { get; init; }
}
