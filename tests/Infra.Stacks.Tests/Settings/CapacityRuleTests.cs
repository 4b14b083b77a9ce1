namespace Infra.Stacks.Tests.Settings;

/// <summary>Replicas that no node of the model's pools could ever hold are refused before anybody pays.</summary>
public sealed class CapacityRuleTests
{
    private const string Advice = "raise the pools' capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true) or ask for fewer";
    private const string CpuPool = """{"name": "cpu", "existingNodes": {"labels": {"disk": "ssd"}}}""";

    [Theory]
    [InlineData("true", "2", "")]
    [InlineData("true", "3", "gpu-inference:models[0].replicas: 3 replicas of 1 GPU each, but the model's pools can hold 2; " + Advice)]
    [InlineData("false", "1", "gpu-inference:models[0].replicas: 1 replica of 1 GPU each, but the model's pools can hold 0; " + Advice)]
    public void Replicas_fit_the_nodes_that_there_can_be(string nodeAutoscaler, string replicas, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("cluster.existing.nodeAutoscaler", nodeAutoscaler).With("models[0].replicas", replicas).Problems());

    [Fact]
    public void Without_a_node_autoscaler_the_minimum_counts() => Assert.Equal(
        "",
        SampleConfig.Eks().With("cluster.existing.nodeAutoscaler", "false").With("pools[0].capacity.min", "1").Problems());

    [Fact]
    public void The_most_replicas_of_an_autoscaler_count() => Assert.Equal(
        "gpu-inference:models[0].autoscaling.max: 5 replicas of 1 GPU each, but the model's pools can hold 2; " + Advice,
        SampleConfig.Eks().With("models[0].autoscaling", """{"max": 5, "cpuPercent": 60}""").Problems());

    [Fact]
    public void A_replica_takes_its_GPUs_from_one_node() => Assert.Equal(
        "gpu-inference:models[0].replicas: 5 replicas of 3 GPUs each, but the model's pools can hold 2; " + Advice,
        SampleConfig.Eks()
            .With("pools[0].instanceTypes", """["g4dn.12xlarge"]""")
            .With("models[0].gpus", "3")
            .With("models[0].replicas", "5")
            .Problems());

    [Fact]
    public void Models_that_may_run_nowhere_else_share_the_pool() => Assert.Equal(
        "gpu-inference:pools[0].capacity: the models reader, writer may ask for 3 GPUs together, but the pool can have 2; "
        + "raise its capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true) or ask for fewer replicas",
        SampleConfig.Eks()
            .With("models[1]", """{"name": "writer", "runtime": "tensorflow-serving", "source": "s3://models/writer", "pools": ["t4"], "replicas": 2}""")
            .Problems());

    [Fact]
    public void A_model_on_pools_with_and_without_GPUs_says_what_it_needs() => Assert.Equal(
        "gpu-inference:models[0].gpus: missing; only some of the model's pools have GPUs, so say how many a replica needs",
        SampleConfig.Eks().With("pools[1]", CpuPool).With("models[0].pools", """["t4", "cpu"]""").Problems());

    [Theory]
    [InlineData("78592Mi", "")]
    [InlineData("90881Mi", "gpu-inference:models[0].pools[0]: a replica would never fit: 91137Mi of disk asked for, 89Gi allocatable of the pool's rootVolume 100Gi; make rootVolume larger or correct the model's size")]
    public void The_model_fits_the_root_volume(string size, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("pools[0].rootVolume", "\"100Gi\"").With("models[0].size", $"\"{size}\"").Problems());

    // 125 GB less 2 % for the file system, a tenth and 1 GiB.
    [Theory]
    [InlineData("89Gi", "")]
    [InlineData("102Gi", "gpu-inference:models[0].pools[0]: a replica would never fit: 104704Mi of disk asked for, 109176258176 allocatable of the pool's local NVMe disks 122500M; use larger instance types or correct the model's size")]
    public void The_model_fits_the_local_disks(string size, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("pools[0].localNvme", "true").With("models[0].size", $"\"{size}\"").Problems());

    [Fact]
    public void A_root_volume_that_nobody_sized_holds_the_largest_model_there_may_be() =>
        Assert.Equal("", SampleConfig.Eks().With("models[0].size", "\"1Ti\"").Problems());

    [Theory]
    [InlineData("4", "")]
    [InlineData("9", "gpu-inference:models[0].replicas: 9 replicas of 1 GPU each, but the model's pools can hold 8; raise the pools' capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true) or ask for fewer")]
    public void A_shared_GPU_counts_as_often_as_it_is_shared(string replicas, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("pools[0].sharing", """{"timeSlicing": 4}""").With("models[0].replicas", replicas).Problems());

    [Theory]
    [InlineData("4", "")]
    [InlineData("5", "gpu-inference:models[0].replicas: 5 replicas of 1 GPU each, but the model's pools can hold 4; raise the pools' capacity (max counts only with nodeAutoscaling, or cluster.existing.nodeAutoscaler: true) or ask for fewer")]
    public void With_a_node_group_per_zone_the_capacity_is_that_of_a_zone(string replicas, string problem) => Assert.Equal(
        problem,
        SampleConfig.Eks().With("pools[0].perZone", "true").With("models[0].replicas", replicas).Problems());

    [Fact]
    public void A_runtime_for_NVIDIA_runs_on_no_Neuron_device() => Assert.Equal(
        "gpu-inference:models[0].pools[0]: a replica would never fit inf2.8xlarge: the runtime's image has no support for its inferentia2 devices; the pool may launch it, so the pod could stay Pending",
        SampleConfig.Eks().With("pools[0].instanceTypes", """["inf2.8xlarge"]""").Problems());
}
