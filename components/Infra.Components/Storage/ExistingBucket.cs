using Pulumi;

namespace Infra.Components.Storage;

/// <summary>A bucket of somebody else, such as the copy that another stack makes with <c>replicaRegion</c>: it is read, and nothing of it is declared.</summary>
/// <param name="name">Name of the bucket in S3.</param>
/// <param name="keyArn">ARN of the KMS key that encrypts its objects. Its policy has to leave rights to IAM, as that of a <see cref="ModelBucket"/> does.</param>
public sealed class ExistingBucket(Input<string> name, Input<string> keyArn) : IBucket
{
    /// <inheritdoc/>
    public Output<string> BucketName { get; } = name;

    /// <inheritdoc/>
    public Output<string> BucketArn { get; } = name.Apply(bucket => $"arn:aws:s3:::{bucket}");

    /// <inheritdoc/>
    public Output<string> KeyArn { get; } = keyArn;

    /// <inheritdoc/>
    public Output<string> ReadPolicy(string path) => BucketPolicies.Read(this, path);
}
