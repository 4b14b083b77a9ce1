using Infra.Components.Storage;
using Infra.TestKit.Components;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Storage;

public sealed class AccessLogBucketTests
{
    [Fact]
    public async Task It_is_kept_and_its_policy_waits_for_the_block() => Assert.Equal(
        """
        gpu-inference:index:AccessLogBucket logs
        aws:s3/bucket:Bucket logs-bucket parent=logs provider=aws protect=True retain=True
        aws:s3/bucketOwnershipControls:BucketOwnershipControls logs-ownership parent=logs provider=aws protect=True retain=True
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock logs-public-access parent=logs provider=aws protect=True retain=True
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration logs-encryption parent=logs provider=aws protect=True retain=True
        aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration logs-lifecycle parent=logs provider=aws protect=True retain=True
        aws:s3/bucketPolicy:BucketPolicy logs-policy parent=logs provider=aws after=logs-public-access protect=True retain=True
        """,
        (await Run()).Resources());

    [Theory]
    [InlineData("aws:s3/bucket:Bucket", "logs-bucket", """{ "forceDestroy": false }""")]
    [InlineData("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "logs-encryption", """{ "bucket": "logs-bucket-id", "rules": [ { "applyServerSideEncryptionByDefault": { "sseAlgorithm": "AES256" } } ] }""")]
    [InlineData("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "logs-lifecycle", """{ "bucket": "logs-bucket-id", "rules": [ { "id": "expire-records", "status": "Enabled", "filter": { "prefix": "" }, "expiration": { "days": 30 } } ] }""")]
    [InlineData("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "logs-ownership", """{ "bucket": "logs-bucket-id", "rule": { "objectOwnership": "BucketOwnerEnforced" } }""")]
    public async Task Inputs_are_exactly(string type, string name, string inputs) => JsonAssert.Same(inputs, (await Run())[type, name].Inputs);

    [Fact]
    public async Task S3_may_write_for_buckets_of_the_account_and_nobody_comes_without_TLS() => JsonAssert.Same(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "DenyWithoutTls", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::logs-bucket", "arn:aws:s3:::logs-bucket/*"],
              "Condition": { "Bool": { "aws:SecureTransport": "false" } }
            },
            {
              "Sid": "DeliverRecords", "Effect": "Allow", "Principal": { "Service": "logging.s3.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::logs-bucket/*",
              "Condition": { "StringEquals": { "aws:SourceAccount": "123456789012" } }
            }
          ]
        }
        """,
        JToken.Parse((string)(await Run())["aws:s3/bucketPolicy:BucketPolicy", "logs-policy"].Inputs["policy"]!));

    private static Task<ComponentRun> Run() => ComponentHarness.RunAsync(
        () => _ = new AccessLogBucket("logs", new AccessLogBucketArgs { AccountId = "123456789012", RetentionDays = 30 }, Samples.In(Samples.AwsProvider())));
}
