using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Identity;

/// <summary>IAM policy documents as JSON text.</summary>
internal static class PolicyDocuments
{
    // Fixed by IAM: the current version of the policy language.
    private const string LanguageVersion = "2012-10-17";

    /// <summary>Trust policy for an AWS service, e.g. <c>ec2.amazonaws.com</c>.</summary>
    public static string AssumedByService(string service) => Document(new JObject
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JObject { ["Service"] = service },
        ["Action"] = "sts:AssumeRole",
    });

    /// <summary>Trust policy for pods through EKS Pod Identity (EKS user guide, "Pod Identity role").</summary>
    public static string AssumedByPods() => Document(new JObject
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JObject { ["Service"] = "pods.eks.amazonaws.com" },
        ["Action"] = new JArray("sts:AssumeRole", "sts:TagSession"),
    });

    /// <summary>Refuses every request to a bucket that doesn't use TLS.</summary>
    public static string DenyWithoutTls(string bucketArn) => Document(new JObject
    {
        ["Sid"] = "DenyWithoutTls",
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = "s3:*",
        ["Resource"] = new JArray(bucketArn, $"{bucketArn}/*"),
        ["Condition"] = new JObject { ["Bool"] = new JObject { ["aws:SecureTransport"] = "false" } },
    });

    /// <summary>Reads one directory of an encrypted bucket, and nothing else.</summary>
    /// <param name="bucketArn">ARN of the bucket.</param>
    /// <param name="keyArn">ARN of the KMS key that encrypts its objects.</param>
    /// <param name="path">Directory without slashes at either end.</param>
    public static string ReadDirectory(string bucketArn, string keyArn, string path) => Document(
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

    private static string Document(params JObject[] statements) =>
        new JObject { ["Version"] = LanguageVersion, ["Statement"] = new JArray(statements) }.ToString(Formatting.None);
}
