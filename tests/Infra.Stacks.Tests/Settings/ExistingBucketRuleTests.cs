namespace Infra.Stacks.Tests.Settings;

/// <summary>A bucket of somebody else is read, and nothing more.</summary>
public sealed class ExistingBucketRuleTests
{
    private const string Key = "arn:aws:kms:us-west-2:123456789012:key/1234abcd";
    private const string Pod = """{"image": "example.com/work:1", "pools": ["t4"], "READS": {"DATA": "s3://models/data"}}""";

    [Fact]
    public void Models_and_jobs_may_read_it() => Assert.Equal("", Existing().With("jobs", Job("reads")).Problems());

    [Theory]
    [InlineData("jobs", "gpu-inference:jobs[0].pod.writes.DATA")]
    [InlineData("trainings", "gpu-inference:trainings[0].checkpoints")]
    [InlineData("registry", "gpu-inference:registry.artifacts")]
    public void Nothing_writes_to_it(string key, string path) => Assert.Equal(
        $"{path}: 'models' is somebody else's bucket (existing), which is read only; write to a bucket of the environment's own",
        Existing().With(key, key switch
        {
            "jobs" => Job("writes"),
            "trainings" => $$"""[{"name": "train", "checkpoints": "s3://models/checkpoints", "pod": {{Pod.Replace("READS", "reads", StringComparison.Ordinal)}}}]""",
            _ => """{"artifacts": "s3://models/mlflow", "clusterDatabase": "10Gi"}""",
        }).Problems());

    [Fact]
    public void Lustre_isn_t_linked_to_it() => Assert.Contains(
        "gpu-inference:storage.volumes[0].lustre.bucket: 'models' is somebody else's bucket (existing), whose key lets no file system in; link a bucket of the environment's own, or read it by s3",
        Existing().With("storage.volumes", """[{"name": "weights", "size": "1200Gi", "lustre": {"zone": "us-west-2b", "bucket": "models", "throughput": 125}}]""").Problems(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("noncurrentDays", "90")]
    [InlineData("replicaRegion", "\"us-east-2\"")]
    [InlineData("objectLock", """{"days": 3}""")]
    public void Its_owner_decides_how_it_is(string key, string json) => Assert.Equal(
        $"gpu-inference:storage.buckets[0].{key}: the bucket is somebody else's (existing), who decides it; remove the line", Existing().With($"storage.buckets[0].{key}", json).Problems());

    [Theory]
    [InlineData("us-east-2", "123456789012")]
    [InlineData("us-west-2", "210987654321")]
    public void It_is_where_the_environment_is(string region, string account) => Assert.Equal(
        $"gpu-inference:storage.buckets[0].existing.keyArn: the key is one of {account} in {region}, but the environment is in 123456789012 in us-west-2; name a copy of the bucket that is there too",
        Existing().With("storage.buckets[0].existing.keyArn", $"\"arn:aws:kms:{region}:{account}:key/1234abcd\"").Problems());

    [Theory]
    [InlineData("bucket", "\"Models\"", "'Models' is not allowed; allowed: the name of a bucket in S3: 3 to 63 lower-case letters, digits, '.' and '-'")]
    [InlineData("keyArn", "\"alias/models\"", "'alias/models' is not allowed; allowed: the ARN of a KMS key, such as arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    public void Both_names_are_such(string key, string json, string problem) =>
        Assert.Equal($"gpu-inference:storage.buckets[0].existing.{key}: {problem}", Existing().With($"storage.buckets[0].existing.{key}", json).Problems());

    private static string Job(string key) => $$"""[{"name": "work", "shards": 2, "pod": {{Pod.Replace("READS", key, StringComparison.Ordinal)}}}]""";

    private static SampleConfig Existing() => SampleConfig.Eks().With("storage.buckets[0].existing", $$"""{"bucket": "models-replica-bucket-0abc123", "keyArn": "{{Key}}"}""");
}
