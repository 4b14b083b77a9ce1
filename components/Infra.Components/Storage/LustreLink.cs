using Infra.Components.Shared;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Storage;

/// <summary>What a bucket's key has to allow before FSx for Lustre can read its objects.</summary>
internal static class LustreLink
{
    // FSx makes a service-linked role of its own for each file system, so that its name is known only afterwards.
    private const string Roles = "role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_*";

    /// <summary>The key's policy: the account's own IAM policies decide, and FSx may read through S3 (FSx for Lustre user guide, "Working with server-side encrypted Amazon S3 buckets").</summary>
    /// <param name="account">The account.</param>
    public static string KeyPolicy(string account) => PolicyDocuments.Of(
        new JObject
        {
            ["Sid"] = "AccountByIamPolicies",
            ["Effect"] = "Allow",
            ["Principal"] = new JObject { ["AWS"] = $"arn:aws:iam::{account}:root" },
            ["Action"] = "kms:*",
            ["Resource"] = "*",
        },
        new JObject
        {
            ["Sid"] = "FsxForLustre",
            ["Effect"] = "Allow",
            ["Principal"] = new JObject { ["AWS"] = "*" },
            ["Action"] = new JArray("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"),
            ["Resource"] = "*",
            ["Condition"] = new JObject
            {
                ["StringEquals"] = new JObject { ["kms:CallerAccount"] = account },
                ["StringLike"] = new JObject { ["kms:ViaService"] = "s3.*.amazonaws.com" },
                ["ArnLike"] = new JObject { ["aws:PrincipalArn"] = $"arn:aws:iam::{account}:{Roles}" },
            },
        });
}
