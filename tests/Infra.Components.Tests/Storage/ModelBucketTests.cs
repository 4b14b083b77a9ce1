using Infra.Components.Storage;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Components.Tests.Storage;

public sealed class ModelBucketTests
{
    [Fact]
    public async Task Bucket_key_and_guards_are_kept_and_settings_of_the_bucket_wait_for_each_other() => Assert.Equal(
        """
        gpu-inference:index:ModelBucket models
        aws:kms/key:Key models-key parent=models provider=aws protect=True retain=True
        aws:s3/bucket:Bucket models-bucket parent=models provider=aws protect=True retain=True
        aws:s3/bucketOwnershipControls:BucketOwnershipControls models-ownership parent=models provider=aws protect=True retain=True
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock models-public-access parent=models provider=aws protect=True retain=True
        aws:s3/bucketPolicy:BucketPolicy models-policy parent=models provider=aws after=models-public-access protect=True retain=True
        aws:s3/bucketVersioning:BucketVersioning models-versioning parent=models provider=aws protect=True retain=True
        aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration models-lifecycle parent=models provider=aws after=models-versioning protect=True retain=True
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration models-encryption parent=models provider=aws protect=True retain=True
        """,
        (await Run()).Resources());

    [Fact]
    public async Task Without_protection_the_bucket_goes_with_all_that_it_holds_and_takes_its_settings_along()
    {
        var run = await Run(new ModelBucketArgs { Protect = false });

        Assert.Equal(
            """
            gpu-inference:index:ModelBucket models
            aws:kms/key:Key models-key parent=models provider=aws protect=False retain=False
            aws:s3/bucket:Bucket models-bucket parent=models provider=aws protect=False retain=False
            aws:s3/bucketOwnershipControls:BucketOwnershipControls models-ownership parent=models provider=aws protect=False retain=False deletedWith=models-bucket
            aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock models-public-access parent=models provider=aws protect=False retain=False deletedWith=models-bucket
            aws:s3/bucketPolicy:BucketPolicy models-policy parent=models provider=aws after=models-public-access protect=False retain=False deletedWith=models-bucket
            aws:s3/bucketVersioning:BucketVersioning models-versioning parent=models provider=aws protect=False retain=False deletedWith=models-bucket
            aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration models-lifecycle parent=models provider=aws after=models-versioning protect=False retain=False deletedWith=models-bucket
            aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration models-encryption parent=models provider=aws protect=False retain=False deletedWith=models-bucket
            """,
            run.Resources());
        JsonAssert.Same("""{ "forceDestroy": true }""", run["aws:s3/bucket:Bucket", "models-bucket"].Inputs);
    }

    [Theory]
    [InlineData("gpu-inference:index:ModelBucket", "models", """{ "protect": true, "noncurrentDays": 30, "keyDeletionDays": 30 }""")]
    [InlineData("aws:kms/key:Key", "models-key", """{ "description": "Encrypts the model bucket models", "enableKeyRotation": true, "deletionWindowInDays": 30 }""")]
    [InlineData("aws:s3/bucket:Bucket", "models-bucket", """{ "forceDestroy": false }""")]
    [InlineData("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "models-ownership", """{ "bucket": "models-bucket-id", "rule": { "objectOwnership": "BucketOwnerEnforced" } }""")]
    [InlineData("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "models-public-access", """{ "bucket": "models-bucket-id", "blockPublicAcls": true, "blockPublicPolicy": true, "ignorePublicAcls": true, "restrictPublicBuckets": true }""")]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "models-versioning", """{ "bucket": "models-bucket-id", "versioningConfiguration": { "status": "Enabled" } }""")]
    [InlineData("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "models-lifecycle", """{ "bucket": "models-bucket-id", "rules": [ { "id": "expire-noncurrent-versions", "status": "Enabled", "filter": { "prefix": "" }, "noncurrentVersionExpiration": { "noncurrentDays": 30 }, "expiration": { "expiredObjectDeleteMarker": true }, "abortIncompleteMultipartUpload": { "daysAfterInitiation": 7 } } ] }""")]
    [InlineData("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "models-encryption", """{ "bucket": "models-bucket-id", "rules": [ { "bucketKeyEnabled": true, "applyServerSideEncryptionByDefault": { "sseAlgorithm": "aws:kms", "kmsMasterKeyId": "arn:aws:kms:::models-key" } } ] }""")]
    public async Task Inputs_are_exactly(string type, string name, string inputs) => JsonAssert.Same(inputs, (await Run())[type, name].Inputs);

    [Fact]
    public async Task Periods_reach_the_key_and_the_old_versions()
    {
        var run = await Run(new ModelBucketArgs { NoncurrentDays = 5, KeyDeletionDays = 7 });

        Assert.Equal(7, (int?)run["aws:kms/key:Key", "models-key"].Inputs["deletionWindowInDays"]);
        Assert.Equal(5, (int?)run["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "models-lifecycle"]
            .Inputs.SelectToken("rules[0].noncurrentVersionExpiration.noncurrentDays"));
    }

    [Fact]
    public async Task Requests_without_TLS_are_refused()
    {
        var policy = (await Run())["aws:s3/bucketPolicy:BucketPolicy", "models-policy"].Inputs;

        Assert.Equal(["bucket", "policy"], policy.Properties().Select(property => property.Name));
        Assert.Equal("models-bucket-id", (string?)policy["bucket"]);
        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "DenyWithoutTls",
                  "Effect": "Deny",
                  "Principal": "*",
                  "Action": "s3:*",
                  "Resource": ["arn:aws:s3:::models-bucket", "arn:aws:s3:::models-bucket/*"],
                  "Condition": { "Bool": { "aws:SecureTransport": "false" } }
                }
              ]
            }
            """,
            JToken.Parse((string)policy["policy"]!));
    }

    [Fact]
    public async Task A_reader_reads_one_directory_and_nothing_else()
    {
        Output<string>? policy = null;
        await ComponentHarness.RunAsync(() =>
            policy = new ModelBucket("models", Samples.Bucket(), Samples.In(Samples.AwsProvider())).ReadPolicy("vision/resnet"));

        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "ListModel",
                  "Effect": "Allow",
                  "Action": "s3:ListBucket",
                  "Resource": "arn:aws:s3:::models-bucket",
                  "Condition": { "StringLike": { "s3:prefix": ["vision/resnet", "vision/resnet/*"] } }
                },
                { "Sid": "ReadModel", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::models-bucket/vision/resnet/*" },
                { "Sid": "DecryptModel", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:::models-key" }
              ]
            }
            """,
            JToken.Parse(await OutputUtilities.GetValueAsync(policy!)));
    }

    [Fact]
    public async Task Copies_records_and_the_lock_wait_for_versions_and_permissions()
    {
        var run = await Run(Complete());

        Assert.Equal(
            """
            aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration models-object-lock parent=models provider=aws after=models-versioning protect=True retain=True
            aws:s3/bucketLogging:BucketLogging models-access-logs parent=models provider=aws protect=True retain=True
            aws:iam/role:Role models-replication-role parent=models provider=aws
            aws:iam/rolePolicy:RolePolicy models-replication-policy parent=models provider=aws
            aws:s3/bucketReplicationConfig:BucketReplicationConfig models-replication parent=models provider=aws after=models-versioning,models-replication-policy protect=True retain=True
            """,
            string.Join('\n', run.Resources().Split('\n').Where(line => line.Contains("-object-lock", StringComparison.Ordinal) || line.Contains("-access-logs", StringComparison.Ordinal) || line.Contains("-replication", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "models-object-lock", """{ "bucket": "models-bucket-id", "rule": { "defaultRetention": { "mode": "COMPLIANCE", "days": 30 } } }""")]
    [InlineData("aws:s3/bucketLogging:BucketLogging", "models-access-logs", """{ "bucket": "models-bucket-id", "targetBucket": "logs-bucket", "targetPrefix": "models/" }""")]
    [InlineData("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "models-replication", """{ "bucket": "models-bucket-id", "role": "arn:aws:iam:::models-replication-role", "rules": [ { "id": "copy-to-another-region", "status": "Enabled", "priority": 1, "filter": { "prefix": "" }, "deleteMarkerReplication": { "status": "Disabled" }, "sourceSelectionCriteria": { "sseKmsEncryptedObjects": { "status": "Enabled" } }, "destination": { "bucket": "arn:aws:s3:::copies", "encryptionConfiguration": { "replicaKmsKeyId": "arn:aws:kms:::copies" }, "metrics": { "status": "Enabled" } } } ] }""")]
    public async Task What_was_asked_for_is_exactly(string type, string name, string inputs) => JsonAssert.Same(inputs, (await Run(Complete()))[type, name].Inputs);

    [Fact]
    public async Task S3_may_copy_from_here_to_there_and_nothing_else()
    {
        var run = await Run(Complete());

        JsonAssert.Same(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Sid": "FindObjects", "Effect": "Allow", "Action": ["s3:GetReplicationConfiguration", "s3:ListBucket"], "Resource": "arn:aws:s3:::models-bucket" },
                { "Sid": "ReadObjects", "Effect": "Allow", "Action": ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging", "s3:GetObjectRetention", "s3:GetObjectLegalHold"], "Resource": "arn:aws:s3:::models-bucket/*" },
                { "Sid": "WriteCopies", "Effect": "Allow", "Action": ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"], "Resource": "arn:aws:s3:::copies/*" },
                { "Sid": "DecryptObjects", "Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "arn:aws:kms:::models-key", "Condition": { "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" } } },
                { "Sid": "EncryptCopies", "Effect": "Allow", "Action": ["kms:Encrypt", "kms:GenerateDataKey"], "Resource": "arn:aws:kms:::copies", "Condition": { "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" } } }
              ]
            }
            """,
            JToken.Parse((string)run["aws:iam/rolePolicy:RolePolicy", "models-replication-policy"].Inputs["policy"]!));
        JsonAssert.Same(
            """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "s3.amazonaws.com" }, "Action": "sts:AssumeRole" }] }""",
            JToken.Parse((string)run["aws:iam/role:Role", "models-replication-role"].Inputs["assumeRolePolicy"]!));
    }

    [Fact]
    public async Task The_key_lets_file_systems_of_the_account_in_through_S3_only() => JsonAssert.Same(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Sid": "AccountByIamPolicies", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "kms:*", "Resource": "*" },
            {
              "Sid": "FsxForLustre", "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"], "Resource": "*",
              "Condition": {
                "StringEquals": { "kms:CallerAccount": "123456789012" },
                "StringLike": { "kms:ViaService": "s3.*.amazonaws.com" },
                "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_*" }
              }
            }
          ]
        }
        """,
        JToken.Parse((string)(await Run(new ModelBucketArgs { LustreAccountId = "123456789012" }))["aws:kms/key:Key", "models-key"].Inputs["policy"]!));

    [Fact]
    public async Task A_lock_that_nobody_could_empty_the_bucket_of_is_refused() => Assert.Equal(
        """
        1 problem in gpu-inference:index:ModelBucket:
          models.objectLock: locked objects can't be deleted with their bucket; set protect, or do without the lock
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => Run(new ModelBucketArgs { Protect = false, ObjectLock = new ObjectLockArgs { Days = 1 } }))).Message);

    private static ModelBucketArgs Complete() => new()
    {
        Replication = new ReplicationArgs { BucketArn = "arn:aws:s3:::copies", KeyArn = "arn:aws:kms:::copies" },
        AccessLogBucket = "logs-bucket",
        ObjectLock = new ObjectLockArgs { Mode = "COMPLIANCE", Days = 30 },
    };

    private static Task<ComponentRun> Run(ModelBucketArgs? args = null) => ComponentHarness.RunAsync(
        () => _ = new ModelBucket("models", args ?? Samples.Bucket(), Samples.In(Samples.AwsProvider())));
}
