using Infra.Components.Shared;
using Infra.Core;
using Newtonsoft.Json.Linq;
using Pulumi;
using S3 = Pulumi.Aws.S3;
using S3Inputs = Pulumi.Aws.S3.Inputs;

namespace Infra.Components.Storage;

/// <summary>A bucket for records of all requests to other buckets of the same region and account (S3 server access logs).</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-bucket          the bucket, auto-named
/// NAME-ownership       no ACLs: the bucket owner owns every object
/// NAME-public-access   all four public access blocks
/// NAME-encryption      SSE-S3: S3 delivers no records to a bucket with SSE-KMS
/// NAME-lifecycle       ends old records
/// NAME-policy          refuses requests without TLS; S3 may write for buckets of the account
/// </code>
/// </remarks>
public sealed class AccessLogBucket : ComponentResource
{
    /// <summary>Name of the bucket in S3.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; }

    /// <summary>Declares the bucket.</summary>
    public AccessLogBucket(string name, AccessLogBucketArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.AccessLogBucket, name, args, options)
    {
        var bucket = new S3.Bucket($"{name}-bucket", new S3.BucketArgs { ForceDestroy = !args.Protect }, Keep(args, Children.Root(this, options)));
        BucketName = bucket.Id;
        _ = new S3.BucketOwnershipControls($"{name}-ownership", new S3.BucketOwnershipControlsArgs
        {
            Bucket = bucket.Id,
            Rule = new S3Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, Keep(args, Children.Of(this)));
        var block = new S3.BucketPublicAccessBlock($"{name}-public-access", new S3.BucketPublicAccessBlockArgs
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, Keep(args, Children.Of(this)));
        _ = new S3.BucketServerSideEncryptionConfiguration($"{name}-encryption", new S3.BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new S3Inputs.BucketServerSideEncryptionConfigurationRuleArgs
                {
                    ApplyServerSideEncryptionByDefault = new S3Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" },
                },
            },
        }, Keep(args, Children.Of(this)));
        _ = new S3.BucketLifecycleConfiguration($"{name}-lifecycle", new S3.BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new S3Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "expire-records",
                    Status = "Enabled",
                    Filter = new S3Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    Expiration = new S3Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = args.RetentionDays },
                },
            },
        }, Keep(args, Children.Of(this)));
        // S3 refuses two of these settings at the same moment (OperationAborted), so the policy waits for the block.
        _ = new S3.BucketPolicy($"{name}-policy", new S3.BucketPolicyArgs
        {
            Bucket = bucket.Id,
            Policy = bucket.Arn.Apply(arn => Policy(arn, args.AccountId)),
        }, Keep(args, Children.Of(this, block)));
        RegisterOutputs();
    }

    private static CustomResourceOptions Keep(AccessLogBucketArgs args, CustomResourceOptions options)
    {
        options.Protect = args.Protect;
        options.RetainOnDelete = args.Protect;
        return options;
    }

    // S3 user guide, "Permissions for log delivery": for buckets of the account, whatever their names will be.
    private static string Policy(string arn, string account)
    {
        var policy = JObject.Parse(BucketPolicies.DenyWithoutTls(arn));
        ((JArray)policy["Statement"]!).Add(new JObject
        {
            ["Sid"] = "DeliverRecords",
            ["Effect"] = "Allow",
            ["Principal"] = new JObject { ["Service"] = "logging.s3.amazonaws.com" },
            ["Action"] = "s3:PutObject",
            ["Resource"] = $"{arn}/*",
            ["Condition"] = new JObject { ["StringEquals"] = new JObject { ["aws:SourceAccount"] = account } },
        });
        return policy.ToString(Newtonsoft.Json.Formatting.None);
    }
}
