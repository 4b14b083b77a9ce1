namespace Infra.Stacks.Tests.Settings;

/// <summary>Every pod of a job can use the volumes of the environment that it mounts, wherever it may run.</summary>
public sealed class JobVolumeRuleTests
{
    private const string Mount = """{"claim": "w", "path": "/w"}""";

    [Theory]
    [InlineData("""{"name": "w", "size": "100Gi", "efs": {}}""", Mount, 4)]
    [InlineData("""{"name": "w", "size": "100Gi", "storageClass": "longhorn"}""", Mount, 1)]
    [InlineData("""{"name": "w", "size": "100Gi", "storageClass": "cephfs", "accessMode": "readOnlyMany"}""", """{"claim": "w", "path": "/w", "readOnly": true}""", 4)]
    [InlineData("""{"name": "w", "size": "100Gi", "storageClass": "longhorn"}""", """{"claim": "of-somebody", "path": "/w"}""", 4)]
    public void Allowed(string volume, string mount, int parallelism) => Assert.Equal("", Problems(volume, mount, parallelism));

    [Theory]
    [InlineData(
        """{"name": "w", "size": "100Gi", "storageClass": "longhorn"}""",
        "jobs[0].pod.volumes[0].claim: 4 pods at a time, but the volume 'w' is readWriteOnce: one node has it, and a pod on another would wait for it; run one at a time, or use a volume that nodes share (efs, lustre, nfs, s3, storageClass)",
        4)]
    [InlineData(
        """{"name": "w", "size": "100Gi", "storageClass": "cephfs", "accessMode": "readOnlyMany"}""",
        "jobs[0].pod.volumes[0].readOnly: false, but the volume 'w' is readOnlyMany, and nothing can be written there; set it to true, or give the volume another accessMode",
        4)]
    [InlineData(
        """{"name": "w", "size": "100Gi", "ebs": {"zone": "us-west-2a"}}""",
        "jobs[0].pod.pools[0]: the job's volume 'w' is a disk in us-west-2a, but this pool has nodes in us-west-2a, us-west-2b: on a node of another zone a pod would never start; give the pool zones: [us-west-2a], or use a volume that zones share (efs, lustre, nfs, s3, storageClass)",
        1)]
    public void Refused(string volume, string problem, int parallelism) => Assert.Equal($"gpu-inference:{problem}", Problems(volume, Mount, parallelism));

    [Theory]
    [InlineData("/tmp/", "'/tmp/' can't be a volume's path; allowed: absolute paths other than /, /tmp, /dev/shm")]
    [InlineData("/dev/shm", "'/dev/shm' can't be a volume's path; allowed: absolute paths other than /, /tmp, /dev/shm")]
    [InlineData("data", "'data' is not allowed; allowed: an absolute path such as /data")]
    public void A_path_that_the_pod_itself_has(string path, string problem) => Assert.Equal(
        $"gpu-inference:jobs[0].pod.volumes[0].path: {problem}", Problems("""{"name": "w", "size": "100Gi", "efs": {}}""", $$"""{"claim": "w", "path": "{{path}}"}""", 1));

    [Fact]
    public void Jobs_of_a_queue_are_as_many_as_it_may_start() => Assert.Equal(
        "gpu-inference:jobs[0].pod.volumes[0].claim: 2 pods at a time, but the volume 'w' is readWriteOnce: one node has it, and a pod on another would wait for it; run one at a time, or use a volume that nodes share (efs, lustre, nfs, s3, storageClass)",
        With("""{"name": "w", "size": "100Gi", "storageClass": "longhorn"}""")
            .With("jobs", $$"""[{"name": "x", "pod": {"image": "a/b:1", "pools": ["t4"], "volumes": [{{Mount}}]}, "queue": {"maxJobs": 2} }]""").Problems());

    private static string Problems(string volume, string mount, int parallelism) => With(volume)
        .With("jobs", $$"""[{"name": "x", "pod": {"image": "a/b:1", "pools": ["t4"], "volumes": [{{mount}}]}, "shards": 8, "parallelism": {{parallelism}}}]""").Problems();

    private static SampleConfig With(string volume) => SampleConfig.NewEks()
        .With("cluster.eks.addOns", """{"further": ["aws-efs-csi-driver"]}""")
        .With("storage.volumes", $"[{volume}]");
}
