namespace Infra.Stacks.Tests.Settings;

/// <summary>Quotas hold what their tenants may ask for, with rollouts and autoscalers; pools hold the quotas, after sharing; queues share out what is left.</summary>
public sealed class TenantQuotaRuleTests
{
    // The pool has four nodes of a GPU each.
    private const string More = "raise gpu-inference:tenants[0].quota.";

    [Theory]
    [InlineData("""{"max": 3, "cpuPercent": 60}""", null, "3 nvidia.com/gpu at its most", "2 nvidia.com/gpu", "devices")]
    [InlineData(null, """{"maxSurge": 2}""", "4 nvidia.com/gpu at its most (2 nvidia.com/gpu of it while it is updated)", "2 nvidia.com/gpu", "devices")]
    [InlineData(null, """{"strategy": "blueGreen", "live": "stable", "candidate": {"source": "s3://models/reader-2"}}""", "4 nvidia.com/gpu at its most", "2 nvidia.com/gpu", "devices")]
    public void A_model_fits_its_quota_with_all_replicas_that_it_may_have(string? autoscaling, string? rollout, string asked, string quota, string key)
    {
        var config = Vision().With("models[0].autoscaling", autoscaling).With("models[0].expose", """{"via": "gateway", "host": "models.example.com"}""").With("models[0].rollout", rollout ?? "{}");
        config = autoscaling is null ? config.With("models[0].replicas", "2") : config;

        Assert.Equal($"gpu-inference:models[0]: the model reader may ask for {asked}, but the quota of the tenant 'vision' is {quota}; {More}{key}, or ask for less", config.Problems());
    }

    [Theory]
    [InlineData("cpu", "\"1500m\"", "2 of cpu", "1500m of cpu")]
    [InlineData("memory", "\"3Gi\"", "4Gi of memory", "3Gi of memory")]
    [InlineData("devices", "{}", "1 nvidia.com/gpu", "0 nvidia.com/gpu")]
    public void Of_everything_that_a_quota_counts(string key, string json, string asked, string quota) => Assert.Equal(
        $"gpu-inference:models[0]: the model reader may ask for {asked} at its most, but the quota of the tenant 'vision' is {quota}; {More}{key}, or ask for less",
        Vision().With($"tenants[0].quota.{key}", json).Problems());

    [Fact]
    public void What_just_fits_is_fine() => Assert.Equal("", Vision().With("tenants[0].quota", """{"cpu": "2", "memory": "4Gi", "devices": {"nvidia.com/gpu": 1}, "pods": 1}""").Problems());

    [Fact]
    public void Several_fit_together_and_one_is_updated_at_a_time()
    {
        var two = Vision()
            .With("models[0].rollout", """{"maxSurge": 1}""")
            .With("models[1]", """{"name": "writer", "tenant": "vision", "runtime": "tensorflow-serving", "source": "s3://models/writer", "pools": ["t4"], "rollout": {"maxSurge": 1}}""");

        Assert.Equal("", two.With("tenants[0].quota.devices", """{"nvidia.com/gpu": 3}""").Problems());
        Assert.Equal(
            "gpu-inference:tenants[0].quota.devices: the models reader, writer may ask for 3 nvidia.com/gpu together at their most, but the quota is 2 nvidia.com/gpu; raise it, or ask for less",
            two.With("tenants[0].quota.devices", """{"nvidia.com/gpu": 2}""").Problems());
    }

    [Theory]
    [InlineData("storage", "\"5Gi\"", "10Gi of storage", "5Gi of storage")]
    [InlineData("claims", "0", "1 claim", "0 claims")]
    public void Volumes_fit_too(string key, string json, string asked, string quota) => Assert.Equal(
        $"gpu-inference:storage.volumes[0]: the volume files may ask for {asked} at its most, but the quota of the tenant 'vision' is {quota}; {More}{key}, or ask for less",
        Vision().With("storage.volumes", """[{"name": "files", "tenant": "vision", "size": "10Gi", "nfs": {"server": "nfs.example.com", "path": "/files"}}]""")
            .With("tenants[0].quota.storage", "\"100Gi\"").With($"tenants[0].quota.{key}", json).Problems());

    [Fact]
    public void A_job_finds_room_beside_the_models() => Assert.Equal(
        "gpu-inference:jobs[0]: the batch work asks for 1 nvidia.com/gpu to begin, but the quota of the tenant 'vision' leaves 0 nvidia.com/gpu beside what its models may hold, and it could wait for ever; "
        + $"{More}devices, or ask for less",
        Vision().With("models[0].replicas", "2").With("jobs", Work).Problems());

    [Fact]
    public void It_needs_only_that_one_of_its_pods_does() => Assert.Equal("", Vision().With("jobs", Work).Problems());

    [Fact]
    public void A_device_that_no_pool_has_is_a_mistake() => Assert.Equal(
        "gpu-inference:tenants[0].quota.devices[\"nvidia.com/gpus\"]: 'nvidia.com/gpus' is not a device; did you mean 'nvidia.com/gpu'? there are: "
        + "amd.com/gpu, aws.amazon.com/neuron, aws.amazon.com/neuroncore, habana.ai/gaudi, nvidia.com/gpu, nvidia.com/gpu.shared, vpc.amazonaws.com/efa",
        Vision().With("tenants[0].quota.devices", """{"nvidia.com/gpu": 2, "nvidia.com/gpus": 1}""").Problems());

    [Fact]
    public void A_quota_is_no_larger_than_the_pools() => Assert.Equal(
        "gpu-inference:tenants[0].quota.devices[\"nvidia.com/gpu\"]: 5 is more than the pools can have, which is 4; lower it, or raise the pools' capacity",
        Vision().With("tenants[0].quota.devices", """{"nvidia.com/gpu": 5}""").Problems());

    [Fact]
    public void All_together_aren_t_either() => Assert.Equal(
        "gpu-inference:tenants: quotas of 5 nvidia.com/gpu (vision 2, language 3) are more than the pools can have, which is 4; lower them, or raise the pools' capacity",
        Vision().With("tenants[1]", """{"name": "language", "quota": {"cpu": "8", "memory": "32Gi", "devices": {"nvidia.com/gpu": 3}}}""").Problems());

    [Fact]
    public void What_belongs_to_no_tenant_takes_its_part() => Assert.Equal(
        "gpu-inference:tenants: quotas of 3 nvidia.com/gpu (vision 3), and 2 that may be held without a tenant, are more than the pools can have, which is 4; lower them, or raise the pools' capacity",
        Vision().With("tenants[0].quota.devices", """{"nvidia.com/gpu": 3}""")
            .With("models[1]", """{"name": "writer", "runtime": "tensorflow-serving", "source": "s3://models/writer", "pools": ["t4"], "rollout": {"maxSurge": 1}}""").Problems());

    // Four shares of each GPU count as four.
    [Fact]
    public void Shared_pools_have_as_many_as_their_nodes_advertise()
    {
        var shared = Vision().With("pools[0].sharing", """{"timeSlicing": 4}""");

        Assert.Equal("", shared.With("tenants[0].quota.devices", """{"nvidia.com/gpu": 16}""").Problems());
        Assert.Equal(
            "gpu-inference:tenants[0].quota.devices[\"nvidia.com/gpu\"]: 17 is more than the pools can have, which is 16; lower it, or raise the pools' capacity",
            shared.With("tenants[0].quota.devices", """{"nvidia.com/gpu": 17}""").Problems());
    }

    [Theory]
    [InlineData("""{"t4": 2}""", "gpu-inference:tenants[0].queue.devices: jobs may have 2 nvidia.com/gpu at a time, but the quota of 2 leaves 1 beside what models may hold, and jobs that were let in would get no pods; lower it, or raise the quota")]
    [InlineData("""{"t5": 1}""", "gpu-inference:tenants[0].queue.devices.t5: 't5' is not a pool; did you mean 't4'? there are: t4")]
    [InlineData("{}", "gpu-inference:tenants[0].queue.devices: is empty, and no job with a device would ever run; name at least one pool")]
    public void A_queue_shares_out_what_is_left(string devices, string problem) => Assert.Equal(problem, Vision().With("tenants[0].queue", $$"""{"devices": {{devices}}}""").Problems());

    [Fact]
    public void Queues_share_out_no_more_than_a_pool_has() => Assert.Equal(
        "gpu-inference:tenants: queues share out 5 nvidia.com/gpu of the pool 't4' (vision 2, language 3), but it can have 4; lower them, or raise its capacity",
        Vision().With("tenants", """[{"name": "vision", "queue": {"devices": {"t4": 2}}}, {"name": "language", "queue": {"devices": {"t4": 3}}}]""").Problems());

    [Fact]
    public void A_pool_without_devices_has_nothing_to_share_out() => Assert.Equal(
        "gpu-inference:tenants[0].queue.devices.cpu: 'cpu' has no devices, and queues share out nothing else; remove it: the quota limits CPU and memory of jobs",
        SampleConfig.Local().With("tenants", """[{"name": "vision", "queue": {"devices": {"cpu": 1}}}]""").Problems());

    [Fact]
    public void What_has_no_fixed_size_waits_in_no_queue() => Assert.Equal(
        "gpu-inference:trainings[0].ray.autoscaling: the tenant 'vision' has a queue, and Kueue lets in what Ray resizes as an elastic job only, which is not offered here; say the workers' replicas instead, or let the tenant have no queue",
        Vision().With("tenants[0].quota", """{"cpu": "32", "memory": "128Gi", "devices": {"nvidia.com/gpu": 4}}""").With("tenants[0].queue", """{"devices": {"t4": 1}}""")
            .With("trainings", """
                [{"name": "big", "tenant": "vision", "pod": {"image": "example.com/big:1", "pools": ["t4"]},
                  "ray": {"entrypoint": "python train.py", "workers": [{"name": "gpu", "min": 1, "max": 2}], "autoscaling": {}}}]
                """).Problems());

    private const string Work = """[{"name": "work", "tenant": "vision", "shards": 8, "parallelism": 4, "pod": {"image": "example.com/work:1", "pools": ["t4"]}}]""";

    private static SampleConfig Vision() => SampleConfig.Eks()
        .With("pools[0].capacity", """{"max": 4}""")
        .With("tenants", """[{"name": "vision", "quota": {"cpu": "16", "memory": "64Gi", "devices": {"nvidia.com/gpu": 2}}}]""")
        .With("models[0].tenant", "\"vision\"");
}
