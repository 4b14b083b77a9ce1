using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
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
/// NAME-object-lock     optional: for how long versions can't be deleted
/// NAME-access-logs     optional: records requests in another bucket
/// NAME-replication-*   optional: role, policy and rule of the copies in another region
/// </code>
/// Who may read is granted to roles (<see cref="ReadPolicy"/>), never by the bucket policy.
/// </remarks>
public sealed class ModelBucket : ComponentResource, IBucket
{
    /// <summary>Name of the bucket in S3.</summary>
    [Output("bucketName")]
    public Output<string> BucketName { get; }

    /// <summary>ARN of the bucket.</summary>
    [Output("bucketArn")]
    public Output<string> BucketArn { get; }

    /// <summary>ARN of the KMS key that encrypts its objects.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; }

    /// <summary>Declares bucket and key.</summary>
    /// <exception cref="ResourceException">The arguments contradict each other; the message names every problem.</exception>
    public ModelBucket(string name, ModelBucketArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.ModelBucket, name, args, options)
    {
        Check(name, args);
        var key = new Kms.Key($"{name}-key", new Kms.KeyArgs
        {
            Description = $"Encrypts the model bucket {name}",
            EnableKeyRotation = true,
            DeletionWindowInDays = args.KeyDeletionDays,
            Policy = args.LustreAccountId is { } account ? (Input<string>)LustreLink.KeyPolicy(account) : null,
        }, Keep(args, Children.Root(this, options)));
        var bucket = new S3.Bucket(
            $"{name}-bucket", new S3.BucketArgs { ForceDestroy = !args.Protect }, Keep(args, Children.Root(this, options)));
        KeyArn = key.Arn;
        BucketName = bucket.Id;
        BucketArn = bucket.Arn;

        DeclareAccess(name, bucket, args);
        var versioning = DeclareVersions(name, bucket, args);
        DeclareCopies(name, bucket, args, versioning, options);
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
    public Output<string> ReadPolicy(string path) => BucketPolicies.Read(this, path);

    /// <summary>IAM policy (JSON) that lets a role do what all of these grants say, and nothing else.</summary>
    public static Output<string> GrantPolicy(IEnumerable<BucketGrant> grants) =>
        Output.All(grants.Select(grant => Output.Tuple(grant.Bucket.BucketArn, grant.Bucket.KeyArn).Apply(arns => (arns.Item1, arns.Item2, grant.Path, grant.Writes))))
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

    private S3.BucketVersioning DeclareVersions(string name, S3.Bucket bucket, ModelBucketArgs args)
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
        if (args.ObjectLock is { } objectLock)
        {
            _ = new S3.BucketObjectLockConfiguration($"{name}-object-lock", new S3.BucketObjectLockConfigurationArgs
            {
                Bucket = bucket.Id,
                Rule = new S3Inputs.BucketObjectLockConfigurationRuleArgs
                {
                    DefaultRetention = new S3Inputs.BucketObjectLockConfigurationRuleDefaultRetentionArgs { Mode = objectLock.Mode, Days = objectLock.Days },
                },
            }, Setting(args, bucket, versioning));
        }

        return versioning;
    }

    private void DeclareCopies(string name, S3.Bucket bucket, ModelBucketArgs args, S3.BucketVersioning versioning, ComponentResourceOptions? options)
    {
        if (args.AccessLogBucket is { } logs)
        {
            _ = new S3.BucketLogging($"{name}-access-logs", new S3.BucketLoggingArgs
            {
                Bucket = bucket.Id,
                TargetBucket = logs,
                TargetPrefix = $"{name}/",
            }, Setting(args, bucket));
        }

        if (args.Replication is { } replication)
        {
            var (role, policy) = BucketReplication.CreateRole(this, name, replication, (BucketArn, KeyArn), options);
            _ = new S3.BucketReplicationConfig($"{name}-replication", BucketReplication.For(replication, bucket, role), Setting(args, bucket, versioning, policy));
        }
    }

    private void Check(string name, ModelBucketArgs args)
    {
        var problems = new ConfigProblems();
        if (args is { ObjectLock: not null, Protect: false })
        {
            problems.Add($"{name}.objectLock", "locked objects can't be deleted with their bucket; set protect, or do without the lock");
        }

        if (args.Replication is not null && AutoNames.Problem(NameRules.IamRole, name, "-replication-role") is { } problem)
        {
            problems.Add(name, problem);
        }

        problems.ThrowAt(this, ComponentTypes.ModelBucket);
    }
}
