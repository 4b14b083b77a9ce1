using Infra.Core.Serving;

namespace Infra.Stacks.Jobs;

/// <summary>A directory in a bucket of the environment, <c>s3://BUCKET/PATH</c>.</summary>
internal static class BucketDirectory
{
    /// <summary>What <see cref="TryParse"/> accepts, for messages.</summary>
    public const string Allowed = "s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only";

    /// <summary>Reads the written form; null for anything else.</summary>
    public static ModelSource.S3? TryParse(string text) => ModelSource.TryParse(text) as ModelSource.S3;
}
