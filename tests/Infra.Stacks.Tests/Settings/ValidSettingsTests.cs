using Infra.Core.Nodes;
using Infra.Core.Serving;
using Infra.Core.Units;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Tests.Settings;

/// <summary>What a configuration without problems becomes, defaults included.</summary>
public sealed class ValidSettingsTests
{
    [Fact]
    public void Defaults_of_an_EKS_environment()
    {
        var settings = SampleConfig.Eks().Read();

        Assert.Equal("inference", settings.Namespace);
        Assert.Equal(("us-west-2", "123456789012", 0), (settings.Aws!.Region, settings.Aws.AccountId, settings.Aws.Tags.Count));
        Assert.Null(settings.Cluster.Kubeconfig);
        Assert.Equal([("us-west-2a", "subnet-0a1"), ("us-west-2b", "subnet-0b2")], settings.Cluster.Existing!.Zones.Select(zone => (zone.Name, zone.SubnetId)));
        Assert.Null(settings.Monitoring.PrometheusOperator);
        Assert.Equal((true, 30), (settings.Storage.Protect, Assert.Single(settings.Storage.Buckets).NoncurrentDays));
    }

    [Fact]
    public void Defaults_of_a_pool()
    {
        var pool = Assert.Single(SampleConfig.Eks().Read().Pools);

        Assert.Equal(("t4", CapacityType.OnDemand, null, null), (pool.Name, pool.CapacityType, pool.AmiType, pool.RootVolume));
        Assert.Equal(["g4dn.xlarge", "g4dn.2xlarge"], pool.InstanceTypes.ToArray());
        Assert.Equal(new CapacityConfig { Min = 0, Max = 2 }, pool.Capacity);
        Assert.True(pool.Zones.IsEmpty && pool.Labels.IsEmpty && pool.Taints.IsEmpty);
        Assert.Null(pool.ExistingNodes);
    }

    [Fact]
    public void Defaults_of_a_model()
    {
        var model = Assert.Single(SampleConfig.Eks().Read().Models);

        Assert.Equal(("reader", ServingRuntime.TensorFlowServing, "s3://models/reader"), (model.Name, model.Runtime, model.Source));
        Assert.Equal(["t4"], model.Pools.ToArray());
        Assert.Equal((ByteSize.FromGibibytes(2), new CpuQuantity(2000), ByteSize.FromGibibytes(4)), (model.Size, model.Resources.Cpu, model.Resources.Memory));
        Assert.Equal((null, null), (model.Gpus, model.Replicas));
        Assert.Null(model.Autoscaling);
        Assert.Equal((0.5, 0.01), (model.Objectives.LatencyP95Seconds, model.Objectives.ErrorRatio));
        Assert.True(model.ClientNamespaces.IsEmpty);
    }

    [Fact]
    public void Everything_that_may_be_written_is_read()
    {
        var settings = SampleConfig.Eks()
            .With("namespace", "\"vision\"")
            .With("aws.tags", """{"cost-centre": "42"}""")
            .With("pools[0].capacityType", "\"spot\"")
            .With("pools[0].rootVolume", "\"200Gi\"")
            .With("pools[0].zones", """["us-west-2b"]""")
            .With("pools[0].rootVolumeIops", "4000")
            .With("pools[0].rootVolumeThroughput", "1000")
            .With("pools[0].localNvme", "true")
            .With("pools[0].perZone", "true")
            .With("pools[0].sharing", """{"timeSlicing": 4}""")
            .With("pools[0].update", """{"maxUnavailablePercentage": 25, "strategy": "default"}""")
            .With("pools[0].repair", """{"maxParallelNodes": 2, "overrides": [{"reason": "NvidiaXID79Error", "waitMinutes": 5, "action": "Reboot"}]}""")
            .With("pools[0].labels", """{"example.com/team": "vision"}""")
            .With("pools[0].taints", """[{"key": "team", "value": "vision", "effect": "NoExecute"}, {"key": "batch"}]""")
            .With("models[0].autoscaling", """{"min": 1, "max": 2, "memoryPercent": 70}""")
            .With("models[0].clientNamespaces", """["web"]""")
            .With("monitoring", """{"prometheusOperator": {"namespace": "prom", "selectorLabels": {"release": "kps"}}}""")
            .Read();
        var (pool, model) = (settings.Pools[0], settings.Models[0]);

        Assert.Equal(("vision", "42"), (settings.Namespace, settings.Aws!.Tags["cost-centre"]));
        Assert.Equal((CapacityType.Spot, ByteSize.FromGibibytes(200)), (pool.CapacityType, pool.RootVolume));
        Assert.Equal(["us-west-2b"], pool.Zones.ToArray());
        Assert.Equal((4000, 1000, true, true), (pool.RootVolumeIops, pool.RootVolumeThroughput, pool.LocalNvme, pool.PerZone));
        Assert.Equal(new SharingConfig { TimeSlicing = 4 }, pool.Sharing);
        Assert.Equal(new NodeUpdateConfig { MaxUnavailablePercentage = 25, Strategy = NodeUpdateStrategy.Default }, pool.Update);
        Assert.Equal((true, 2), (pool.Repair.Enabled, pool.Repair.MaxParallelNodes));
        Assert.Equal(
            [new NodeRepairOverrideConfig { Condition = "AcceleratedHardwareReady", Reason = "NvidiaXID79Error", WaitMinutes = 5, Action = NodeRepairAction.Reboot }],
            pool.Repair.Overrides.ToArray());
        Assert.Equal([KeyValuePair.Create("example.com/team", "vision")], pool.Labels);
        Assert.Equal(
            [new TaintConfig { Key = "team", Value = "vision", Effect = TaintEffect.NoExecute }, new TaintConfig { Key = "batch", Value = "", Effect = TaintEffect.NoSchedule }],
            pool.Taints.ToArray());
        Assert.Equal(new AutoscalingConfig { Min = 1, Max = 2, MemoryPercent = 70 }, model.Autoscaling);
        Assert.Equal(["web"], model.ClientNamespaces.ToArray());
        Assert.Equal("prom", settings.Monitoring.PrometheusOperator!.Namespace);
        Assert.Equal([KeyValuePair.Create("release", "kps")], settings.Monitoring.PrometheusOperator.SelectorLabels);
    }

    [Fact]
    public void A_local_environment_needs_no_AWS()
    {
        var settings = SampleConfig.Local().Read();

        Assert.Null(settings.Aws);
        Assert.Equal(new KubeconfigConfig { Context = "kind-kind", Path = "~/.kube/config" }, settings.Cluster.Kubeconfig);
        Assert.Equal([KeyValuePair.Create("kubernetes.io/os", "linux")], settings.Pools[0].ExistingNodes!.Labels);
    }

    [Fact]
    public void An_environment_may_be_a_cluster_alone() =>
        Assert.Equal("", SampleConfig.Local().With("pools", null).With("models", null).Problems());
}
