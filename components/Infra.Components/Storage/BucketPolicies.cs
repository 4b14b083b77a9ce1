using Infra.Components.Shared;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Storage;

/// <summary>Policies about a bucket: its own, and those of roles that read it.</summary>
internal static class BucketPolicies
{
    /// <summary>Refuses every request to a bucket that doesn't use TLS.</summary>
    public static string DenyWithoutTls(string bucketArn) => PolicyDocuments.Of(new JObject
    {
        ["Sid"] = "DenyWithoutTls",
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = "s3:*",
        ["Resource"] = new JArray(bucketArn, $"{bucketArn}/*"),
        ["Condition"] = new JObject { ["Bool"] = new JObject { ["aws:SecureTransport"] = "false" } },
    });

    /// <summary>Reads one directory of a bucket, and nothing else.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="path">Directory without slashes at either end.</param>
    public static Output<string> Read(IBucket bucket, string path) => Output.Tuple(bucket.BucketArn, bucket.KeyArn).Apply(arns => ReadDirectory(arns.Item1, arns.Item2, path));

    /// <summary>Reads one directory of an encrypted bucket, and nothing else.</summary>
    /// <param name="bucketArn">ARN of the bucket.</param>
    /// <param name="keyArn">ARN of the KMS key that encrypts its objects.</param>
    /// <param name="path">Directory without slashes at either end.</param>
    public static string ReadDirectory(string bucketArn, string keyArn, string path) => PolicyDocuments.Of(
        new JObject
        {
            ["Sid"] = "ListModel",
            ["Effect"] = "Allow",
            ["Action"] = "s3:ListBucket",
            ["Resource"] = bucketArn,
            ["Condition"] = new JObject
            {
                ["StringLike"] = new JObject { ["s3:prefix"] = new JArray(path, $"{path}/*") },
            },
        },
        new JObject
        {
            ["Sid"] = "ReadModel",
            ["Effect"] = "Allow",
            ["Action"] = "s3:GetObject",
            ["Resource"] = $"{bucketArn}/{path}/*",
        },
        new JObject
        {
            ["Sid"] = "DecryptModel",
            ["Effect"] = "Allow",
            ["Action"] = "kms:Decrypt",
            ["Resource"] = keyArn,
        });
}
