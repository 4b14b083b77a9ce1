using Infra.Components.Shared;
using Newtonsoft.Json.Linq;
using Pulumi;
using Iam = Pulumi.Aws.Iam;
using S3 = Pulumi.Aws.S3;
using S3Inputs = Pulumi.Aws.S3.Inputs;

namespace Infra.Components.Storage;

/// <summary>Copies every new object of a bucket to a bucket in another region.</summary>
internal static class BucketReplication
{
    /// <summary>The role that S3 takes on for it, and its permissions.</summary>
    public static (Iam.Role Role, Iam.RolePolicy Policy) CreateRole(
        ComponentResource parent, string name, ReplicationArgs args, (Output<string> Bucket, Output<string> Key) source, ComponentResourceOptions? options)
    {
        var role = new Iam.Role($"{name}-replication-role", new Iam.RoleArgs
        {
            Description = $"S3 copies the objects of the bucket {name} to another region",
            AssumeRolePolicy = PolicyDocuments.AssumedByService("s3.amazonaws.com"),
        }, Children.Root(parent, options));
        var policy = new Iam.RolePolicy($"{name}-replication-policy", new Iam.RolePolicyArgs
        {
            Role = role.Name,
            Policy = Output.Tuple(source.Bucket, source.Key, args.BucketArn.ToOutput(), args.KeyArn.ToOutput()).Apply(arns => Policy(arns.Item1, arns.Item2, arns.Item3, arns.Item4)),
        }, Children.Of(parent));
        return (role, policy);
    }

    /// <summary>Inputs of the replication.</summary>
    public static S3.BucketReplicationConfigArgs For(ReplicationArgs args, S3.Bucket bucket, Iam.Role role) => new()
    {
        Bucket = bucket.Id,
        Role = role.Arn,
        Rules =
        {
            new S3Inputs.BucketReplicationConfigRuleArgs
            {
                Id = "copy-to-another-region",
                Status = "Enabled",
                Priority = 1,
                Filter = new S3Inputs.BucketReplicationConfigRuleFilterArgs { Prefix = "" },
                // What somebody deletes here by mistake is still there.
                DeleteMarkerReplication = new S3Inputs.BucketReplicationConfigRuleDeleteMarkerReplicationArgs { Status = "Disabled" },
                // Without it S3 leaves out what a KMS key encrypts, and says nothing.
                SourceSelectionCriteria = new S3Inputs.BucketReplicationConfigRuleSourceSelectionCriteriaArgs
                {
                    SseKmsEncryptedObjects = new S3Inputs.BucketReplicationConfigRuleSourceSelectionCriteriaSseKmsEncryptedObjectsArgs { Status = "Enabled" },
                },
                Destination = new S3Inputs.BucketReplicationConfigRuleDestinationArgs
                {
                    Bucket = args.BucketArn,
                    EncryptionConfiguration = new S3Inputs.BucketReplicationConfigRuleDestinationEncryptionConfigurationArgs { ReplicaKmsKeyId = args.KeyArn },
                    Metrics = new S3Inputs.BucketReplicationConfigRuleDestinationMetricsArgs { Status = "Enabled" },
                },
            },
        },
    };

    // S3 user guide, "Setting up permissions for live replication" and "Replicating encrypted objects"; retention and legal hold for
    // buckets with Object Lock. The keys can be used through S3 only.
    private static string Policy(string source, string sourceKey, string destination, string destinationKey) => PolicyDocuments.Of(
        Statement("FindObjects", source, null, "s3:GetReplicationConfiguration", "s3:ListBucket"),
        Statement(
            "ReadObjects",
            $"{source}/*",
            null,
            "s3:GetObjectVersionForReplication",
            "s3:GetObjectVersionAcl",
            "s3:GetObjectVersionTagging",
            "s3:GetObjectRetention",
            "s3:GetObjectLegalHold"),
        Statement("WriteCopies", $"{destination}/*", null, "s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"),
        Statement("DecryptObjects", sourceKey, ThroughS3(), "kms:Decrypt"),
        Statement("EncryptCopies", destinationKey, ThroughS3(), "kms:Encrypt", "kms:GenerateDataKey"));

    private static JObject ThroughS3() => new() { ["StringLike"] = new JObject { ["kms:ViaService"] = "s3.*.amazonaws.com" } };

    private static JObject Statement(string sid, string resource, JObject? condition, params string[] actions)
    {
        var statement = new JObject
        {
            ["Sid"] = sid,
            ["Effect"] = "Allow",
            ["Action"] = new JArray(actions.Cast<object>().ToArray()),
            ["Resource"] = resource,
        };
        if (condition is not null)
        {
            statement["Condition"] = condition;
        }

        return statement;
    }
}
