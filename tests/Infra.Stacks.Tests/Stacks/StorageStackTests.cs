using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>From storage in the configuration to its resources, and to the pods that read it.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class StorageStackTests
{
    private const string Bucket = "gpu-inference:index:ModelBucket";

    [Fact]
    public async Task A_copy_lies_under_the_provider_of_its_region()
    {
        var stack = await Run(SampleConfig.NewEks().With("storage.buckets[0].replicaRegion", "\"us-east-1\"").With("storage.buckets[0].objectLock", """{"mode": "compliance", "days": 30}"""));

        Assert.Equal("us-east-1", stack.Single("pulumi:providers:aws", "aws-us-east-1").Inputs["region"]);
        Assert.Contains("aws-us-east-1", stack.Single("aws:s3/bucket:Bucket", "models-replica-bucket").Provider, StringComparison.Ordinal);
        Assert.DoesNotContain("aws-us-east-1", stack.Single("aws:s3/bucket:Bucket", "models-bucket").Provider, StringComparison.Ordinal);
        Tree.Equal("""{"mode": "COMPLIANCE", "days": 30}""", Tree.Of(stack.Single(Bucket, "models-replica").Inputs["objectLock"]));
        Tree.Equal(
            """{"defaultRetention": {"mode": "COMPLIANCE", "days": 30}}""",
            Tree.Of(stack.Single("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "models-object-lock").Inputs["rule"]));
        Assert.Single(stack.Resources, resource => resource.Type == "aws:s3/bucketReplicationConfig:BucketReplicationConfig");
        Assert.True(stack.Outputs.ContainsKey("replicaBuckets"));
        Assert.True(stack.Outputs.ContainsKey("replicaKeys"));
    }

    // What a model may do is the same as with a bucket of the stack's own: its directory, and its key.
    [Fact]
    public async Task A_bucket_of_somebody_else_is_read_and_nothing_of_it_is_made()
    {
        const string key = "arn:aws:kms:us-west-2:123456789012:key/1234abcd";
        var stack = await Run(SampleConfig.NewEks().With("storage.accessLogDays", "90").With("storage.buckets[0].existing", $$"""{"bucket": "theirs", "keyArn": "{{key}}"}"""));

        Assert.DoesNotContain(stack.Resources, resource => resource.Type!.StartsWith("aws:s3/", StringComparison.Ordinal) || resource.Type == Bucket || resource.Type == "gpu-inference:index:AccessLogBucket");
        Tree.Equal(
            $$$$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {"Sid": "ListModel", "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::theirs", "Condition": {"StringLike": {"s3:prefix": ["reader", "reader/*"]}}},
                {"Sid": "ReadModel", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::theirs/reader/*"},
                {"Sid": "DecryptModel", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "{{{{key}}}}"}
              ]
            }
            """,
            JsonNode.Parse((string)stack.Single("aws:iam/rolePolicy:RolePolicy", "reader-reader-policy").Inputs["policy"]));
        Assert.Contains("s3://theirs/reader", Tree.Of(stack.Single("kubernetes:apps/v1:Deployment").Inputs).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_to_every_bucket_are_recorded_in_one()
    {
        var stack = await Run(SampleConfig.NewEks().With("storage.accessLogDays", "90").With("storage.buckets[1]", """{"name": "data"}"""));

        Assert.Equal(90d, stack.Single("gpu-inference:index:AccessLogBucket", "access-logs").Inputs["retentionDays"]);
        Assert.Equal(
            ["access-logs-bucket-id data/", "access-logs-bucket-id models/"],
            stack.Resources.Where(resource => resource.Type == "aws:s3/bucketLogging:BucketLogging")
                .Select(resource => $"{resource.Inputs["targetBucket"]} {resource.Inputs["targetPrefix"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_model_on_a_volume_mounts_its_claim_and_reads_nothing_in_S3()
    {
        var stack = await Run(SampleConfig.NewEks()
            .With("cluster.eks.addOns", """{"further": ["aws-efs-csi-driver"]}""")
            .With("storage.volumes", """[{"name": "weights", "size": "500Gi", "efs": {}}]""")
            .With("models[0].source", "\"pvc://weights/reader\""));
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment").Inputs)["spec"]!["template"]!["spec"]!;

        Tree.Equal("""{"name": "model", "persistentVolumeClaim": {"claimName": "weights", "readOnly": true}}""", pod["volumes"]![0]);
        Assert.Equal(["weights-address-us-west-2a", "weights-address-us-west-2b"], stack.Resources.Where(resource => resource.Type == "aws:efs/mountTarget:MountTarget").Select(resource => resource.Name));
        Assert.DoesNotContain(stack.Resources, resource => resource.Type == "gpu-inference:index:PodIdentityRole");
    }

    [Fact]
    public async Task Lustre_may_use_the_key_of_its_bucket_and_no_other_bucket_lets_it_in()
    {
        var stack = await Run(SampleConfig.NewEks()
            .With("cluster.eks.addOns", """{"further": ["aws-fsx-csi-driver"]}""")
            .With("storage.buckets[1]", """{"name": "data"}""")
            .With("storage.volumes", """[{"name": "weights", "size": "1200Gi", "lustre": {"zone": "us-west-2b", "bucket": "models", "path": "llm", "throughput": 125}}]"""));

        Assert.Equal(
            ["models"],
            stack.Resources.Where(resource => resource.Type == Bucket && resource.Inputs.ContainsKey("lustreAccountId")).Select(resource => resource.Name));
        Assert.Equal("s3://models-bucket-id/llm", stack.Single("aws:fsx/dataRepositoryAssociation:DataRepositoryAssociation").Inputs["dataRepositoryPath"]);
    }

    [Fact]
    public async Task A_model_in_the_cache_waits_for_it_and_the_filler_reads_S3()
    {
        var stack = await Run(SampleConfig.NewEks()
            .With("pools[0].localNvme", "true")
            .With("storage.cache", """{"pools": ["t4"], "models": ["reader"], "size": "20Gi"}"""));
        var pod = Tree.Of(stack.Single("kubernetes:apps/v1:Deployment").Inputs)["spec"]!["template"]!["spec"]!;
        var association = stack.Single("aws:eks/podIdentityAssociation:PodIdentityAssociation", "model-cache-reader-association").Inputs;

        Assert.Equal("model-wait", (string?)pod["initContainers"]![0]!["name"]);
        Assert.Equal(("model-cache", "model-cache"), (association["namespace"], association["serviceAccount"]));
        Assert.DoesNotContain(stack.Resources, resource => resource.Name == "reader-reader");
        Tree.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:models-bucket",
                  "Condition": {"StringLike": {"s3:prefix": ["reader", "reader/*"]}}
                },
                {"Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:models-bucket/reader/*"]},
                {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": ["arn:models-key"]}
              ]
            }
            """,
            System.Text.Json.Nodes.JsonNode.Parse((string)stack.Resources.Single(resource => resource.Name == "model-cache-reader-policy").Inputs["policy"]));
    }

    private static Task<MockedStack> Run(SampleConfig config) => MockedStack.OfAsync("x", config.ForEngine());
}
