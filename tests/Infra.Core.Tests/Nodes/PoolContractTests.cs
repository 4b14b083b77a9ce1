using Infra.Core.Catalog;
using Infra.Core.Nodes;

namespace Infra.Core.Tests.Nodes;

public sealed class PoolContractTests
{
    private static readonly Taint _spot = new("spot", "true", TaintEffect.NoExecute);

    [Fact]
    public void A_GPU_pool_promises_its_labels_and_the_contracts_own_have_the_last_word()
    {
        var contract = PoolContract.ForNvidia(
            "t4",
            [Type("g4dn.xlarge")],
            new Dictionary<string, string> { ["team"] = "vision", [NodeLabels.Pool] = "other", [NodeLabels.NvidiaGpuPresent] = "false" },
            []);

        Assert.Equal(
            [new("gpu-inference/pool", "t4"), new("k8s.amazonaws.com/accelerator", "nvidia-t4"), new("nvidia.com/gpu.present", "true"), new("team", "vision")],
            contract.Labels.ToArray());
        Assert.Equal([new("gpu-inference/pool", "t4")], contract.Selector.ToArray());
        Assert.Equal(("t4", "nvidia.com/gpu"), (contract.Name, contract.DeviceResource));
    }

    [Fact]
    public void A_GPU_pool_keeps_other_pods_off_before_any_further_taint()
    {
        var contract = PoolContract.ForNvidia("t4", [Type("g4dn.xlarge")], [], [_spot]);

        Assert.Equal([new Taint("nvidia.com/gpu", "present", TaintEffect.NoSchedule), _spot], contract.Taints.ToArray());
    }

    [Theory]
    [InlineData(1, "g4dn.xlarge")]
    [InlineData(4, "g4dn.12xlarge")]
    [InlineData(1, "g4dn.12xlarge", "g4dn.xlarge")]
    public void A_pod_must_fit_the_smallest_type(int devices, params string[] types) =>
        Assert.Equal(devices, PoolContract.ForNvidia("t4", types.Select(Type), [], []).DevicesPerNode);

    [Fact]
    public void A_shared_pool_promises_what_sharing_makes_of_its_GPUs()
    {
        var contract = PoolContract.ForNvidia("t4", [Type("g4dn.12xlarge")], [], [], GpuSharing.TimeSlicing(4));

        Assert.Equal(("nvidia.com/gpu", 16, GpuSharingMode.TimeSlicing), (contract.DeviceResource, contract.DevicesPerNode, contract.Sharing.Mode));
        Assert.Equal("time-slicing-4", contract.Labels["nvidia.com/device-plugin.config"]);
        Assert.Equal([new("gpu-inference/pool", "t4")], contract.Selector.ToArray());
    }

    [Fact]
    public void Without_a_name_a_workload_on_pieces_of_several_sizes_gets_the_smallest()
    {
        var contract = PoolContract.ForNvidia("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.Mig("all-balanced", MigStrategy.Mixed));

        Assert.Equal(("nvidia.com/mig-1g.5gb", 16), (contract.DeviceResource, contract.DevicesPerNode));
        // Cluster Autoscaler would wait for an nvidia.com/gpu for ever.
        Assert.DoesNotContain("k8s.amazonaws.com/accelerator", contract.Labels.Keys);
        Assert.Equal(["nvidia.com/mig-1g.5gb", "nvidia.com/mig-2g.10gb", "nvidia.com/mig-3g.20gb"], contract.Devices.Select(device => device.Resource));
    }

    [Fact]
    public void Pieces_that_are_called_GPUs_are_GPUs_to_the_autoscaler() => Assert.Equal(
        "nvidia-a100",
        PoolContract.ForNvidia("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.Mig("all-1g.5gb", MigStrategy.Single)).Labels["k8s.amazonaws.com/accelerator"]);

    [Fact]
    public void A_Neuron_pool_promises_its_devices_and_is_no_GPU_pool_to_the_autoscaler()
    {
        var contract = PoolContract.ForNeuron("neuron", [Type("inf2.48xlarge"), Type("inf2.xlarge")], new Dictionary<string, string> { ["team"] = "vision", [NodeLabels.Pool] = "other" }, [_spot]);

        Assert.Equal([new("gpu-inference/pool", "neuron"), new("team", "vision")], contract.Labels.ToArray());
        Assert.Equal([new("gpu-inference/pool", "neuron")], contract.Selector.ToArray());
        Assert.Equal([new Taint("aws.amazon.com/neuron", "present", TaintEffect.NoSchedule), _spot], contract.Taints.ToArray());
        Assert.Equal(("aws.amazon.com/neuron", 1), (contract.DeviceResource, contract.DevicesPerNode));
    }

    [Fact]
    public void Nodes_of_somebody_else_are_selected_by_the_labels_they_have()
    {
        var contract = PoolContract.ForExistingNodes("cpu", new Dictionary<string, string> { ["z"] = "1", ["a"] = "2" }, [_spot], gpusPerNode: 0);

        Assert.Equal([new("a", "2"), new("z", "1")], contract.Selector.ToArray());
        Assert.Equal(contract.Selector.ToArray(), contract.Labels.ToArray());
        Assert.Equal([_spot], contract.Taints.ToArray());
        Assert.Equal(("cpu", null, 0), (contract.Name, contract.DeviceResource, contract.DevicesPerNode));
    }

    [Fact]
    public void Nodes_of_somebody_else_may_have_GPUs()
    {
        var contract = PoolContract.ForExistingNodes("edge", new Dictionary<string, string> { ["a"] = "2" }, [], gpusPerNode: 2);

        Assert.Equal(("nvidia.com/gpu", 2), (contract.DeviceResource, contract.DevicesPerNode));
    }

    [Theory]
    [InlineData("inf2.24xlarge", "aws.amazon.com/neuron")]
    [InlineData("g6.xlarge", "nvidia.com/gpu")]
    public void The_accelerators_decide_which_contract_it_is(string type, string resource)
    {
        var contract = PoolContract.ForAccelerators("pool", [Type(type)], [], [], GpuSharing.None, efa: false, Ami("AL2023_x86_64_NVIDIA"));

        Assert.Equal((resource, new Taint(resource, "present", TaintEffect.NoSchedule)), (contract.DeviceResource, Assert.Single(contract.Taints)));
        Assert.Equal(contract.Taints[0], PoolContract.OwnTaintOf([Type(type)]));
    }

    [Theory]
    [InlineData("AL2023_x86_64_NVIDIA", false)]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA", true)]
    public void The_image_decides_who_brings_the_device_plugin(string ami, bool brings) => Assert.Equal(
        brings,
        PoolContract.ForAccelerators("pool", [Type("g6.xlarge")], [], [], GpuSharing.None, efa: false, Ami(ami)).BringsDevicePlugin);

    [Fact]
    public void EFA_interfaces_come_after_the_accelerators()
    {
        var contract = PoolContract.ForAccelerators("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.None, efa: true, Ami("AL2023_x86_64_NVIDIA"));

        Assert.Equal(["8 x nvidia.com/gpu", "4 x vpc.amazonaws.com/efa"], contract.Devices.Select(device => $"{device.Count} x {device.Resource}"));
        Assert.Equal(("nvidia.com/gpu", 8, 4), (contract.DeviceResource, contract.DevicesPerNode, contract.EfaPerNode));
        Assert.Equal(0, PoolContract.ForAccelerators("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.None, efa: false, Ami("AL2023_x86_64_NVIDIA")).EfaPerNode);
    }

    [Theory]
    [InlineData("all-1g.5gb", MigStrategy.Single, "nvidia-a100", "mig-single")]
    [InlineData("all-1g.5gb", MigStrategy.Mixed, null, "mig-mixed")]
    public void Pieces_with_names_of_their_own_leave_no_GPU_to_wait_for(string layout, MigStrategy strategy, string? accelerator, string config)
    {
        var labels = PoolContract.ForNvidia("a100", [Type("p4d.24xlarge")], [], [], GpuSharing.Mig(layout, strategy)).Labels;

        Assert.Equal((accelerator, config, layout), (labels.GetValueOrDefault("k8s.amazonaws.com/accelerator"), labels["nvidia.com/device-plugin.config"], labels["nvidia.com/mig.config"]));
    }

    [Fact]
    public void The_own_labels_are_those_that_pools_of_every_kind_have() => Assert.Equal(
        PoolContract.OwnLabels.Order(StringComparer.Ordinal),
        new[] { GpuSharing.TimeSlicing(4), GpuSharing.Mps(4), GpuSharing.Mig("all-1g.5gb", MigStrategy.Single) }
            .SelectMany(sharing => PoolContract.ForNvidia("pool", [Type("p4d.24xlarge")], [], [], sharing).Labels.Keys)
            .Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Daemons_find_shared_nodes_by_labels_that_are_there_before_a_node()
    {
        var (mps, mig) = (
            PoolContract.ForNvidia("pool", [Type("g5.xlarge")], [], [], GpuSharing.Mps(3)).Labels,
            PoolContract.ForNvidia("pool", [Type("p4d.24xlarge")], [], [], GpuSharing.Mig("all-1g.5gb", MigStrategy.Mixed)).Labels);

        Assert.Equal(("true", "mps-3"), (mps[NodeLabels.MpsCapable], mps[NodeLabels.DevicePluginConfig]));
        Assert.Equal(("all-1g.5gb", "mig-mixed"), (mig[NodeLabels.MigConfig], mig[NodeLabels.DevicePluginConfig]));
    }

    private static InstanceType Type(string name) =>
        InstanceCatalog.Default.TryGet(name, out var type) ? type : throw new ArgumentException(name);

    private static AmiType Ami(string name) =>
        AmiTypes.TryGet(name, out var type) ? type : throw new ArgumentException(name);
}
