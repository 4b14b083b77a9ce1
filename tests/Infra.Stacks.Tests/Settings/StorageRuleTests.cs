namespace Infra.Stacks.Tests.Settings;

/// <summary>Storage that could never be read, or would be lost, is refused before anything is made.</summary>
public sealed class StorageRuleTests
{
    private const string Shared = "efs, lustre, nfs, s3, storageClass";

    public static TheoryData<string, string> Refused => new()
    {
        { """{"name": "w", "size": "100Gi"}""", "storage.volumes[0]: has no kind; set exactly one of ebs, efs, lustre, nfs, s3, storageClass" },
        { """{"name": "w", "size": "100Gi", "efs": {}, "storageClass": "longhorn"}""", "storage.volumes[0]: has the kinds efs, storageClass; set exactly one of ebs, efs, lustre, nfs, s3, storageClass" },
        { """{"name": "w", "size": "100Gi", "accessMode": "readWriteMany", "ebs": {"zone": "us-west-2a"}}""", "storage.volumes[0].accessMode: readWriteMany is no access mode of ebs; there are: readWriteOnce" },
        { """{"name": "w", "size": "100Gi", "ebs": {"zone": "us-west-2c"}}""", "storage.volumes[0].ebs.zone: 'us-west-2c' is not a zone of the cluster; did you mean 'us-west-2a'? there are: us-west-2a, us-west-2b" },
        { """{"name": "w", "size": "100Gi", "ebs": {"zone": "us-west-2a", "throughput": 1000}}""", "storage.volumes[0].ebs.throughput: 1000 MiB/s needs 4000 IOPS, but the volume has 3000; raise its IOPS" },
        { """{"name": "w", "size": "100Gi", "efs": {}}""", "storage.volumes[0].efs: needs the add-on aws-efs-csi-driver, and nobody would mount the volume; add it to cluster.eks.addOns.further" },
        { """{"name": "w", "size": "1Ti", "s3": {"bucket": "models"}}""", "storage.volumes[0].s3: needs the add-on aws-mountpoint-s3-csi-driver, and nobody would mount the volume; add it to cluster.eks.addOns.further" },
        { """{"name": "w", "size": "100Gi", "nfs": {"server": "a", "path": "exports"}}""", "storage.volumes[0].nfs.path: 'exports' is not allowed; allowed: an absolute path, such as /exports/models" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_volume_that_nobody_could_mount(string volume, string problem) =>
        Assert.Equal($"gpu-inference:{problem}", SampleConfig.NewEks().With("storage.volumes", $"[{volume}]").Problems());

    [Fact]
    public void Lustre_has_sizes_and_speeds_of_its_own_and_a_bucket() => Assert.Equal(
        """
        gpu-inference:storage.volumes[0].lustre.bucket: 'weights' is not a bucket; there are: models
        gpu-inference:storage.volumes[0].size: 1Ti is no size of FSx for Lustre; allowed are 1200Gi and multiples of 2400Gi
        gpu-inference:storage.volumes[0].lustre.throughput: 100 MB/s per TiB isn't offered; there are: 125, 250, 500, 1000
        """,
        With("""{"name": "w", "size": "1Ti", "lustre": {"zone": "us-west-2a", "bucket": "weights", "throughput": 100}}""").Problems());

    [Theory]
    [InlineData("""{"name": "w", "size": "100Gi", "ebs": {"zone": "us-west-2a"}}""", "ebs")]
    [InlineData("""{"name": "w", "size": "100Gi", "efs": {}}""", "efs")]
    public void What_lies_in_AWS_needs_EKS(string volume, string kind) => Assert.Equal(
        $"gpu-inference:storage.volumes[0].{kind}: lies in AWS, and needs cluster.eks or cluster.existing; use nfs or storageClass on this cluster",
        SampleConfig.Local().With("storage", $$"""{"volumes": [{{volume}}]}""").Problems());

    [Theory]
    [InlineData("""{"name": "w", "size": "100Gi", "nfs": {"server": "nas.example", "path": "/exports"}}""")]
    [InlineData("""{"name": "w", "size": "100Gi", "storageClass": "longhorn"}""")]
    public void What_lies_in_the_cluster_or_beside_it_runs_anywhere(string volume) => Assert.Equal(
        "",
        SampleConfig.Local().With("storage", $$"""{"volumes": [{{volume}}]}""").With("models[0].source", "\"pvc://w/reader\"").Problems());

    // Issue 5, "must show" 5.
    [Fact]
    public void A_disk_of_one_zone_under_pools_of_several() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: the model's volume 'w' is a disk in us-west-2a, but this pool has nodes in us-west-2a, us-west-2b: on a node of another zone a replica would never start; "
        + $"give the pool zones: [us-west-2a], or use a volume that zones share ({Shared})",
        Reading("""{"name": "w", "size": "100Gi", "ebs": {"zone": "us-west-2a"}}""").Problems());

    [Fact]
    public void In_its_own_zone_a_disk_is_fine() => Assert.Equal(
        "", Reading("""{"name": "w", "size": "100Gi", "ebs": {"zone": "us-west-2a"}}""").With("pools[0].zones", """["us-west-2a"]""").Problems());

    [Theory]
    [InlineData("models[0].replicas", "2", "models[0].replicas")]
    [InlineData("models[0].autoscaling", """{"max": 2, "cpuPercent": 60}""", "models[0].autoscaling.max")]
    public void A_volume_of_one_node_under_two_replicas(string path, string json, string at) => Assert.Equal(
        $"gpu-inference:{at}: 2 replicas, but the volume 'w' is readWriteOnce: one node has it, and a replica on another would wait for it for ever; ask for one, or use a volume that nodes share ({Shared})",
        Reading("""{"name": "w", "size": "100Gi", "storageClass": "rook-ceph-block"}""").With(path, json).Problems());

    [Fact]
    public void A_volume_of_one_node_under_a_replica_that_spans_two() => Assert.Equal(
        $"gpu-inference:models[1].llm.pipelineParallel: a replica spans 2 nodes, but the volume 'w' is readWriteOnce: one node has it, and the pods on the others would wait for it for ever; use a volume that nodes share ({Shared})",
        Reading("""{"name": "w", "size": "100Gi", "storageClass": "rook-ceph-block"}""")
            .With(
                "models[1]",
                """
                {"name": "chat", "backend": "leaderWorkerSet", "runtime": "vllm", "source": "pvc://w/chat", "pools": ["t4"],
                 "llm": {"model": "qwen2.5-0.5b-instruct", "precision": "fp16", "pipelineParallel": 2}}
                """)
            .Problems());

    [Fact]
    public void Two_replicas_of_a_volume_that_nodes_share() => Assert.Equal(
        "", Reading("""{"name": "w", "size": "100Gi", "efs": {}}""").With("models[0].replicas", "2").Problems());

    [Fact]
    public void A_bucket_that_the_stack_can_give_no_permission_for() => Assert.Equal(
        "gpu-inference:models[0].source: 'other' is not a bucket; there are: models",
        SampleConfig.NewEks().With("models[0].source", "\"s3://other/reader\"").Problems());

    [Fact]
    public void A_mounted_bucket_whose_driver_has_a_role_of_others() => Assert.Equal(
        "gpu-inference:storage.volumes[0].s3: the pods would have no permission to read: the driver does it with its own role, which the stack makes only with the driver (cluster.eks.addOns.further); "
        + "use a source s3://BUCKET/PATH, for which each model gets a role",
        SampleConfig.Eks().With("storage.volumes", """[{"name": "w", "size": "1Ti", "s3": {"bucket": "models"}}]""").Problems());

    [Fact]
    public void A_root_volume_that_image_and_weights_would_fill()
    {
        var sample = SampleConfig.NewEks().With("models[0].size", "\"20Gi\"").With("pools[0].rootVolume", "\"30Gi\"");

        Assert.Equal(
            "gpu-inference:models[0].pools[0]: a replica would be evicted: 20736Mi of disk asked for, and about 12288Mi for its image while it is unpacked, are more than the 26Gi allocatable of the pool's rootVolume 30Gi; "
            + "make rootVolume larger or correct the model's size",
            sample.Problems());
        Assert.Equal("", sample.With("pools[0].rootVolume", "\"40Gi\"").Problems());
    }

    [Fact]
    public void Nodes_outside_AWS_mount_nothing_of_AWS() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: the model's volume 'w' lies in AWS (efs), and nodes outside can't mount it; use nfs or storageClass, or name pools in AWS",
        Reading("""{"name": "w", "size": "100Gi", "efs": {}}""")
            .With("cluster.eks.remoteNetwork", """{"nodeCidrs": ["192.168.64.0/20"]}""")
            .With("edgePools", """[{"name": "site", "devicesPerNode": 2}]""")
            .With("models[0].pools", """["site"]""").Problems());

    [Fact]
    public void Images_as_volumes_came_late()
    {
        var sample = SampleConfig.NewEks().With("models[0].source", "\"oci://registry.example/models/reader:1.2\"");

        Assert.Equal("", sample.Problems());
        Assert.Equal(
            "gpu-inference:models[0].source: an image as a volume needs Kubernetes 1.35, where it is on by default, and the cluster has 1.34; take the model from s3://BUCKET/PATH, or upgrade",
            sample.With("cluster.eks.version", "\"1.34\"").Problems());
    }

    [Theory]
    [InlineData("replicaRegion", "\"us-west-2\"", "storage.buckets[0].replicaRegion: 'us-west-2' is the region of the bucket itself; name another, or remove it")]
    [InlineData("replicaRegion", "\"mars\"", "storage.buckets[0].replicaRegion: 'mars' is not allowed; allowed: a commercial AWS region such as us-west-2")]
    public void A_copy_goes_to_another_region(string key, string json, string problem) =>
        Assert.Equal($"gpu-inference:{problem}", SampleConfig.NewEks().With($"storage.buckets[0].{key}", json).Problems());

    [Fact]
    public void Locked_objects_outlive_an_environment_that_is_to_go() => Assert.Equal(
        "gpu-inference:storage.buckets[0].objectLock: locked objects can't be deleted with their bucket, as storage.protect: false wants it; remove one of the two",
        SampleConfig.NewEks().With("storage.protect", "false").With("storage.buckets[0].objectLock", """{"days": 30}""").Problems());

    private static SampleConfig With(string volume) => SampleConfig.NewEks()
        .With("cluster.eks.addOns", """{"further": ["aws-efs-csi-driver", "aws-fsx-csi-driver", "aws-mountpoint-s3-csi-driver"]}""")
        .With("storage.volumes", $"[{volume}]");

    private static SampleConfig Reading(string volume) => With(volume).With("models[0].source", "\"pvc://w/reader\"");
}
