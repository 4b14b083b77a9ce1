using Pulumi;

namespace Infra.Components.Storage;

/// <summary>A bucket whose directories roles may be given rights on, whoever owns it.</summary>
public interface IBucket
{
    /// <summary>Name of the bucket in S3.</summary>
    Output<string> BucketName { get; }

    /// <summary>ARN of the bucket.</summary>
    Output<string> BucketArn { get; }

    /// <summary>ARN of the KMS key that encrypts its objects.</summary>
    Output<string> KeyArn { get; }

    /// <summary>IAM policy (JSON) that lets a role read one directory of the bucket, and nothing else.</summary>
    /// <param name="path">Directory without slashes at either end.</param>
    Output<string> ReadPolicy(string path);
}
