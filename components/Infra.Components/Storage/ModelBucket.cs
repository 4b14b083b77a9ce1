using Infra.Components.Shared;
using Infra.Core;
using Pulumi;
using Kms = Pulumi.Aws.Kms;
using S3 = Pulumi.Aws.S3;
using S3Inputs = Pulumi.Aws.S3.Inputs;

namespace Infra.Components.Storage;

/// <summary>A private, versioned S3 bucket for models, encrypted with a key of its own.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-key             KMS key, rotated every year
/// NAME-bucket          the bucket, auto-named
/// NAME-ownership       no ACLs: the bucket owner owns every object
/// NAME-public-access   all four public access blocks
/// NAME-versioning      versions, so that an overwritten model can be restored
/// NAME-encryption      SSE-KMS with bucket key
/// NAME-lifecycle       ends old versions and broken uploads
/// NAME-policy          refuses requests without TLS
/// </code>
/// Who may read is granted to roles (<see cref="ReadPolicy"/>), never by the bucket policy.
/// </remarks>
public sealed class ModelBucket : ComponentResource
{
    private readonly Output<string> _keyArn;

    /// <summary>Name of the bucket in S3.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; }

    /// <summary>ARN of the bucket.</summary>
    [Output("bucketArn")]
    public Output<string> BucketArn { get; }

    /// <summary>Declares bucket and key.</summary>
    public ModelBucket(string name, ModelBucketArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ModelBucket, name, args, options)
    {
        var key = new Kms.Key($"{name}-key", new Kms.KeyArgs
        {
            Description = $"Encrypts the model bucket {name}",
            EnableKeyRotation = true,
            DeletionWindowInDays = args.KeyDeletionDays,
        }, Keep(args, Children.Root(this, options)));
        var bucket = new S3.Bucket(
            $"{name}-bucket", new S3.BucketArgs { ForceDestroy = !args.Protect }, Keep(args, Children.Root(this, options)));
        _keyArn = key.Arn;
        BucketName = bucket.Id;
        BucketArn = bucket.Arn;

        DeclareAccess(name, bucket, args);
        DeclareVersions(name, bucket, args);
        _ = new S3.BucketServerSideEncryptionConfiguration($"{name}-encryption", new S3.BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new S3Inputs.BucketServerSideEncryptionConfigurationRuleArgs
                {
                    // One data key per bucket instead of one KMS call per object.
                    BucketKeyEnabled = true,
                    ApplyServerSideEncryptionByDefault = new S3Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                    {
                        SseAlgorithm = "aws:kms",
                        KmsMasterKeyId = key.Arn,
                    },
                },
            },
        }, Setting(args, bucket));
        RegisterOutputs();
    }

    /// <summary>IAM policy (JSON) that lets a role read one directory of the bucket, and nothing else.</summary>
    /// <param name="path">Directory without slashes at either end.</param>
    public Output<string> ReadPolicy(string path) =>
        Output.Tuple(BucketArn, _keyArn).Apply(arns => BucketPolicies.ReadDirectory(arns.Item1, arns.Item2, path));

    /// <summary>IAM policy (JSON) that lets a role read all of these buckets, and nothing else.</summary>
    public static Output<string> ReadAllPolicy(IEnumerable<ModelBucket> buckets)
    {
        var all = buckets.ToList();
        return Output.Tuple(Output.All(all.Select(bucket => bucket.BucketArn)), Output.All(all.Select(bucket => bucket._keyArn)))
            .Apply(arns => BucketPolicies.ReadAll(arns.Item1, arns.Item2));
    }

    /// <summary>IAM policy (JSON) that lets a role do what all of these grants say, and nothing else.</summary>
    public static Output<string> GrantPolicy(IEnumerable<BucketGrant> grants) =>
        Output.All(grants.Select(grant => Output.Tuple(grant.Bucket.BucketArn, grant.Bucket._keyArn).Apply(arns => (arns.Item1, arns.Item2, grant.Path, grant.Writes))))
            .Apply(all => BucketGrantPolicy.For(all));

    private static CustomResourceOptions Keep(ModelBucketArgs args, CustomResourceOptions options)
    {
        options.Protect = args.Protect;
        options.RetainOnDelete = args.Protect;
        return options;
    }

    // A bucket that is kept keeps its guards; one that goes takes its settings with it, so that nobody takes them off one
    // by one while there still are models in it.
    private CustomResourceOptions Setting(ModelBucketArgs args, S3.Bucket bucket, params Resource[] dependsOn)
    {
        var options = Keep(args, Children.Of(this, dependsOn));
        options.DeletedWith = args.Protect ? null : bucket;
        return options;
    }

    private void DeclareAccess(string name, S3.Bucket bucket, ModelBucketArgs args)
    {
        _ = new S3.BucketOwnershipControls($"{name}-ownership", new S3.BucketOwnershipControlsArgs
        {
            Bucket = bucket.Id,
            Rule = new S3Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, Setting(args, bucket));
        var block = new S3.BucketPublicAccessBlock($"{name}-public-access", new S3.BucketPublicAccessBlockArgs
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, Setting(args, bucket));
        // S3 refuses two of these settings at the same moment (OperationAborted), so the policy waits for the block.
        _ = new S3.BucketPolicy($"{name}-policy", new S3.BucketPolicyArgs
        {
            Bucket = bucket.Id,
            Policy = bucket.Arn.Apply(arn => BucketPolicies.DenyWithoutTls(arn)),
        }, Setting(args, bucket, block));
    }

    private void DeclareVersions(string name, S3.Bucket bucket, ModelBucketArgs args)
    {
        var versioning = new S3.BucketVersioning($"{name}-versioning", new S3.BucketVersioningArgs
        {
            Bucket = bucket.Id,
            VersioningConfiguration = new S3Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, Setting(args, bucket));
        _ = new S3.BucketLifecycleConfiguration($"{name}-lifecycle", new S3.BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules =
            {
                new S3Inputs.BucketLifecycleConfigurationRuleArgs
                {
                    Id = "expire-noncurrent-versions",
                    Status = "Enabled",
                    Filter = new S3Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
                    NoncurrentVersionExpiration = new S3Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
                    {
                        NoncurrentDays = args.NoncurrentDays,
                    },
                    // What is left of a deleted object once its versions are gone; listings get slower with every one.
                    Expiration = new S3Inputs.BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true },
                    AbortIncompleteMultipartUpload = new S3Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
                    {
                        DaysAfterInitiation = 7,
                    },
                },
            },
            // Rules about versions mean nothing before versioning is on.
        }, Setting(args, bucket, versioning));
    }
}
