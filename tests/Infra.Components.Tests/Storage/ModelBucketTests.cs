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

    private static Task<ComponentRun> Run(ModelBucketArgs? args = null) => ComponentHarness.RunAsync(
        () => _ = new ModelBucket("models", args ?? Samples.Bucket(), Samples.In(Samples.AwsProvider())));
}
