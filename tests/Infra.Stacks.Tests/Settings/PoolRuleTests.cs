namespace Infra.Stacks.Tests.Settings;

/// <summary>What excludes each other in a pool, one line each.</summary>
public sealed class PoolRuleTests
{
    // A place that fits no node would stay pending and hold nothing, and nobody would be told.
    [Theory]
    [InlineData("""{"replicas": 1}""", null)]
    [InlineData("""{"replicas": 2, "cpu": "3", "memory": "14Gi"}""", null)]
    [InlineData("""{"replicas": 1, "devices": 0, "cpu": "100m", "memory": "64Mi"}""", null)]
    [InlineData("""{"replicas": 3}""", "replicas: 3 places of 1 device, but the pool can hold 2; raise its capacity (max counts only with nodeAutoscaling) or hold fewer")]
    [InlineData("""{"replicas": 1, "devices": 2}""", "devices: a place would never fit g4dn.xlarge: 2 devices asked for, it has 1; the pool may launch it, so the place could hold nothing")]
    [InlineData("""{"replicas": 1, "cpu": "4"}""", "cpu: a place would never fit g4dn.xlarge: 4 asked for, 3920m allocatable; the pool may launch it, so the place could hold nothing")]
    [InlineData("""{"replicas": 1, "memory": "16Gi"}""", "memory: a place would never fit g4dn.xlarge: 16Gi asked for, 15105Mi allocatable; the pool may launch it, so the place could hold nothing")]
    public void Every_place_that_is_held_ready_fits(string headroom, string? problem) => Assert.Equal(
        problem is null ? "" : $"gpu-inference:pools[0].headroom.{problem}",
        SampleConfig.NewEks().With("pools[0].instanceTypes", """["g4dn.xlarge"]""").With("pools[0].headroom", headroom).Problems());

    [Fact]
    public void A_place_of_shared_GPUs_is_one_of_them() => Assert.Equal(
        "gpu-inference:pools[0].headroom.devices: 2 in one place, but the pool shares its GPUs, and the device plugin refuses more than one to a pod; use 1, and more replicas",
        SampleConfig.NewEks().With("pools[0].sharing", """{"timeSlicing": 4}""").With("pools[0].headroom", """{"replicas": 8, "devices": 2}""").Problems());

    private const string Retired =
        "is retired: AWS asked its users to leave P3 by 2025-12-20, and EC2 no longer describes this type in the commercial regions; a price is still listed, which proves nothing; "
        + "its last NVIDIA driver branch is 580, and the newest images known to run on it are vLLM 0.8.5 and Triton 24.01";

    [Theory]
    [InlineData("""{"capacityType": "spot", "reservation": {"id": "cr-0123456789abcdef0"}, "zones": ["us-west-2a"]}""", "capacityType: spot instances can't be launched into a capacity reservation or a capacity block; use onDemand for a reservation, capacityBlock for a block, or remove reservation")]
    [InlineData("""{"instanceTypes": ["p5.48xlarge"], "capacityType": "capacityBlock", "zones": ["us-west-2a"]}""", "reservation: missing; instances of a capacity block are launched by its id, such as reservation: {id: cr-0123456789abcdef0}")]
    [InlineData("""{"instanceTypes": ["p5.48xlarge"], "capacityType": "capacityBlock", "reservation": {"id": "cr-0123456789abcdef0"}}""", "zones: a reservation lies in one zone, but the pool has us-west-2a, us-west-2b; name that zone alone")]
    [InlineData("""{"reservation": {}}""", "reservation: has neither id nor resourceGroupArn; one of them says where instances are launched")]
    [InlineData("""{"instanceTypes": ["g4dn.xlarge"], "reservation": {"id": "cr-1"}, "zones": ["us-west-2a"]}""", "reservation.id: 'cr-1' is not allowed; allowed: the id of a capacity reservation or block such as cr-0123456789abcdef0")]
    [InlineData("""{"instanceTypes": ["p3.2xlarge"]}""", $"instanceTypes[0]: 'p3.2xlarge' {Retired}; use g4dn.xlarge, or set legacy: true on the pool if you can still get it")]
    [InlineData("""{"instanceTypes": ["g4dn.xlarge"], "efa": true, "zones": ["us-west-2a"]}""", "efa: 'g4dn.xlarge' has no EFA interface; remove efa, or use one of g4dn.12xlarge, g4dn.16xlarge, g4dn.8xlarge, g4dn.metal")]
    [InlineData("""{"instanceTypes": ["p4d.24xlarge"], "efa": true}""", "efa: EFA connects nodes of one zone, but the pool has us-west-2a, us-west-2b; name one in zones")]
    [InlineData("""{"instanceTypes": ["inf2.8xlarge"], "localNvme": true}""", "instanceTypes[0]: 'inf2.8xlarge' has no local NVMe disk; remove localNvme, or leave the type out")]
    [InlineData("""{"sharing": {}}""", "sharing: has none of timeSlicing, mps and mig; one of them says how, or remove it")]
    [InlineData("""{"sharing": {"mps": 1}}""", "sharing.mps: 1 containers per GPU; allowed: 2 to 48; without the key a container has whole GPUs")]
    [InlineData("""{"sharing": {"timeSlicing": 4, "mps": 4}}""", "sharing: 'timeSlicing' and 'mps' exclude each other: NVIDIA's device plugin shares all GPUs of a node in one way; keep one of them")]
    [InlineData("""{"instanceTypes": ["p4d.24xlarge"], "sharing": {"timeSlicing": 4, "mig": {"layout": "all-1g.5gb"}}}""", "sharing: 'timeSlicing' and 'mig' exclude each other: containers that take turns on a piece can take each other's memory, which MIG is there to prevent; choose a layout with smaller pieces, or keep 'timeSlicing' alone")]
    [InlineData("""{"instanceTypes": ["p4d.24xlarge"], "sharing": {"mps": 4, "mig": {"layout": "all-1g.5gb"}}}""", "sharing: 'mps' and 'mig' exclude each other: NVIDIA's device plugin can't run MPS on GPUs that are cut into pieces; keep one of them")]
    [InlineData("""{"sharing": {"mig": {"layout": "all-1g.5gb"}}}""", "sharing.mig: t4 GPUs can't be cut into pieces; those that can: a100, h100, h200, b200, b300, rtx-pro-server-6000; share these with 'timeSlicing' or 'mps'")]
    [InlineData("""{"update": {"maxUnavailable": 1, "maxUnavailablePercentage": 50}}""", "update: has both maxUnavailable and maxUnavailablePercentage; EKS takes one of them")]
    [InlineData("""{"rootVolume": "20Gi", "rootVolumeIops": 16000}""", "rootVolumeIops: 16000 is not between 3000 and 10000, 500 for each of 20 GiB")]
    [InlineData("""{"rootVolumeThroughput": 1000}""", "rootVolumeThroughput: 1000 MiB/s needs 4000 IOPS, but the volume has 3000; raise its IOPS")]
    [InlineData("""{"zones": ["us-west-2c"]}""", "zones[0]: 'us-west-2c' is not a zone of the cluster; did you mean 'us-west-2a'? there are: us-west-2a, us-west-2b")]
    public void One_clear_line_each(string keys, string problem) => Assert.Equal($"gpu-inference:pools[0].{problem}", Pool(keys).Problems());

    [Theory]
    [InlineData("""{"instanceTypes": ["p3.2xlarge"], "legacy": true}""")]
    [InlineData("""{"instanceTypes": ["p5.48xlarge"], "capacityType": "capacityBlock", "reservation": {"id": "cr-0123456789abcdef0"}, "zones": ["us-west-2a"], "efa": true}""")]
    [InlineData("""{"instanceTypes": ["g5g.xlarge"]}""")]
    [InlineData("""{"instanceTypes": ["inf2.xlarge"], "taints": [{"key": "nvidia.com/gpu", "effect": "NoSchedule"}]}""")]
    [InlineData("""{"instanceTypes": ["p4d.24xlarge"], "sharing": {"mig": {"layout": "all-balanced", "strategy": "mixed"}}}""")]
    public void These_are_fine(string keys) => Assert.Equal("", Pool(keys).Problems());

    [Fact]
    public void The_own_taint_is_that_of_the_accelerator() => Assert.Equal(
        "gpu-inference:pools[0].taints[0]: a pool of these nodes has the taint aws.amazon.com/neuron=present:NoSchedule already; remove this one",
        Pool("""{"instanceTypes": ["inf2.xlarge"], "taints": [{"key": "aws.amazon.com/neuron"}]}""").Problems());

    // The sample's pool without its model, and with other keys; and with the one that cuts GPUs, if they are to be.
    private static SampleConfig Pool(string keys)
    {
        var config = SampleConfig.Eks().With("models", "[]");
        if (keys.Contains("\"mig\"", StringComparison.Ordinal))
        {
            config.With("accelerators", """{"nvidia": "gpuOperator"}""");
        }

        foreach (var (key, value) in System.Text.Json.Nodes.JsonNode.Parse(keys)!.AsObject())
        {
            config.With($"pools[0].{key}", value!.ToJsonString());
        }

        return config;
    }
}
