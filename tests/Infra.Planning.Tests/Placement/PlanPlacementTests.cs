using Infra.Core;
using Infra.Planning.Placement;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Workloads;

namespace Infra.Planning.Tests.Placement;

/// <summary>Pools that grow, and pods that find no node.</summary>
public sealed class PlanPlacementTests
{
    private const string Gpu = """{"tolerations": [{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}]}""";

    [Fact]
    public void A_pool_grows_from_nothing_for_pods_that_a_node_would_take()
    {
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 5).Deployment("model", 3, """{"nvidia.com/gpu": "1"}""", Gpu).Build());

        Assert.True(report.Fits);
        Assert.Equal("placement: every one of 3 pods fits; 3 nodes at minimum, 3 at maximum", report.Summary);
        Assert.Equal(["t4-1 added", "t4-2 added", "t4-3 added"], report.Maximum.Nodes.Select(node => $"{node.Name}{(node.IsAdded ? " added" : "")}"));
        Assert.Equal([new DeviceUse("t4", "nvidia.com/gpu", 3, 3, 0)], report.Maximum.Devices.AsEnumerable());
    }

    [Fact]
    public void Beyond_its_most_it_doesnt_grow()
    {
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2).Deployment("model", 3, """{"nvidia.com/gpu": "1"}""", Gpu).Build()).Minimum.Unplaced);

        Assert.Equal("1 pod of Deployment inference/model needs nvidia.com/gpu: 1; no room is left on t4, which is at its most of 2 nodes", unplaced.Message);
        Assert.Equal("raise the most nodes of pool t4 (gpu-inference:pools, name: t4)", unplaced.Remedy);
        Assert.Equal("0/2 nodes are available: 2 Insufficient nvidia.com/gpu.", unplaced.SchedulerMessage);
        Assert.Equal([new PodDemand("NodeResourcesFit", "nvidia.com/gpu: 1")], unplaced.Demands.AsEnumerable());
    }

    [Fact]
    public void Nobody_adds_nodes_to_a_pool_without_an_autoscaler()
    {
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.System(1).Deployment("web", 2, """{"cpu": "1500m"}""").Build()).Minimum.Unplaced);

        Assert.Equal("1 pod of Deployment inference/web needs cpu: 1500m; no room is left on the 1 node of system, to which nobody adds any", unplaced.Message);
        Assert.Equal("raise minSize or a node autoscaler for the system pool (gpu-inference:systemPool)", unplaced.Remedy);
    }

    [Fact]
    public void Two_demands_that_no_node_meets_together_are_named_both()
    {
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.12xlarge", 0, 2).Pool("a100", "p4d.24xlarge", 0, 2)
            .Deployment("model", 3, """{"nvidia.com/gpu": "8"}""", """{"nodeSelector": {"gpu-inference/pool": "t4"}, "tolerations": [{"operator": "Exists"}]}""").Build()).Minimum.Unplaced);

        Assert.Equal([new PodDemand("NodeResourcesFit", "nvidia.com/gpu: 8"), new PodDemand("NodeAffinity", "gpu-inference/pool=t4")], unplaced.Demands.AsEnumerable());
        Assert.Equal(
            "3 pods of Deployment inference/model need nvidia.com/gpu: 8 and gpu-inference/pool=t4: no node has both; a node of t4 has nvidia.com/gpu: 4; a100 would do but for gpu-inference/pool=t4",
            unplaced.Message);
        Assert.Equal(
            "let Deployment inference/model ask for less of nvidia.com/gpu, or give pool t4 (gpu-inference:pools, name: t4) larger instance types; "
            + "let Deployment inference/model select pool a100 (gpu-inference:pools, name: a100), or a label that its nodes have",
            unplaced.Remedy);
    }

    [Fact]
    public void A_taint_that_isnt_tolerated_is_named()
    {
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2).Deployment("model", 1, """{"nvidia.com/gpu": "1"}""").Build()).Minimum.Unplaced);

        Assert.Equal(
            "1 pod of Deployment inference/model needs no taint nvidia.com/gpu=present:NoSchedule: no node has that; t4 would do but for taint nvidia.com/gpu=present:NoSchedule",
            unplaced.Message);
        Assert.Equal("let Deployment inference/model tolerate nvidia.com/gpu=present:NoSchedule", unplaced.Remedy);
    }

    [Fact]
    public void Labels_that_only_a_running_node_has_start_no_node()
    {
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2)
            .Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", """{"nodeSelector": {"nvidia.com/gpu.product": "Tesla-T4"}, "tolerations": [{"operator": "Exists"}]}""").Build()).Minimum.Unplaced);

        Assert.Equal([new PodDemand("NodeAffinity", "nvidia.com/gpu.product=Tesla-T4")], unplaced.Demands.AsEnumerable());
    }

    [Fact]
    public void Two_demands_of_which_neither_alone_is_to_blame()
    {
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2)
            .Deployment("model", 1, """{"nvidia.com/gpu": "8"}""", """{"nodeSelector": {"gpu-inference/pool": "t5"}, "tolerations": [{"operator": "Exists"}]}""").Build()).Minimum.Unplaced);

        Assert.Equal([new PodDemand("NodeResourcesFit", "nvidia.com/gpu: 8"), new PodDemand("NodeAffinity", "gpu-inference/pool=t5")], unplaced.Demands.AsEnumerable());
        Assert.StartsWith("1 pod of Deployment inference/model needs nvidia.com/gpu: 8 and gpu-inference/pool=t5: no node has any of these; ", unplaced.Message, StringComparison.Ordinal);
    }

    // The device plugin's daemon set has to land where the devices are.
    [Theory]
    [InlineData("""[{"key": "nvidia.com/gpu"}]""", true)]
    [InlineData("[]", false)]
    public void Devices_are_there_only_where_their_plugin_lands(string tolerations, bool fits)
    {
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 1, 2)
            .Add(ComponentTypes.NvidiaDevicePlugin, "plugin", $$"""{"footprint": [{"kind": "DaemonSet", "workload": "nvidia-device-plugin", "cpu": "50m", "memory": "64Mi", "selectors": [], "tolerations": {{tolerations}}, "hostAccess": [], "source": "test"}]}""")
            .Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", Gpu).Build());

        Assert.Equal(fits, report.Fits);
        Assert.Equal(fits ? "t4-1: DaemonSet nvidia-device-plugin, declared, Deployment inference/model" : "t4-1: ", string.Join(' ', report.Minimum.Nodes.Select(node => $"{node.Name}: {string.Join(", ", node.Pods.Select(pods => pods.Workload))}")));
    }

    [Fact]
    public void Daemon_sets_take_their_room_first_also_on_a_node_that_isnt_there_yet()
    {
        var plan = PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2)
            .Add("gpu-inference:index:Any", "agent", """{"footprint": [{"kind": "DaemonSet", "workload": "agent", "cpu": "1", "memory": "64Mi", "selectors": [], "tolerations": [{}], "hostAccess": [], "source": "test"}]}""");

        Assert.True(PlanPlacement.Of(plan.Deployment("model", 1, """{"cpu": "2920m"}""", Gpu).Build()).Fits);
        var unplaced = Assert.Single(PlanPlacement.Of(plan.Deployment("more", 1, """{"cpu": "2921m"}""", Gpu).Build()).Minimum.Unplaced);
        Assert.Equal(
            "1 pod of Deployment inference/more needs cpu: 2921m: no node has that; a node of t4 has cpu: 2920m beside its daemon sets", unplaced.Message);
    }

    [Fact]
    public void The_least_stand_there_without_jobs_and_the_most_with_all_of_them()
    {
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 1, 4)
            .Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", Gpu)
            .Add("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "scaler", """{"kind": "HorizontalPodAutoscaler", "metadata": {"name": "model", "namespace": "inference"}, "spec": {"scaleTargetRef": {"kind": "Deployment", "name": "model"}, "minReplicas": 1, "maxReplicas": 2}}""")
            .Add("kubernetes:batch/v1:Job", "job", """{"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "job", "namespace": "inference"}, "spec": {"parallelism": 3, "completions": 9, "template": {"spec": {"tolerations": [{"operator": "Exists"}], "containers": [{"name": "c", "resources": {"limits": {"nvidia.com/gpu": "1"}}}]}}}}""")
            .Build());

        Assert.Equal((1, 1), (report.Minimum.PodCount, report.Minimum.Nodes.Length));
        Assert.Equal((5, 4), (report.Maximum.PodCount, report.Maximum.Nodes.Length));
        // Work that ends waits for room; what serves doesn't.
        var waiting = Assert.Single(report.Maximum.Unplaced);
        Assert.Equal(("Job inference/job", 1, true), ($"{waiting.Workload}", waiting.Count, waiting.MayWait));
        Assert.Equal("placement: every one of 5 pods fits, save 1 that may wait for room; 1 node at minimum, 4 at maximum", report.Summary);
        Assert.True(report.Fits);
    }

    [Fact]
    public void Groups_of_several_zones_are_known_by_one_of_them()
    {
        const string InB = """{"nodeSelector": {"topology.kubernetes.io/zone": "us-west-2b"}, "tolerations": [{"operator": "Exists"}]}""";
        var single = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 4, "us-west-2a,us-west-2b").Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", InB).Build());
        var perZone = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 4, "us-west-2a,us-west-2b", """{"perZone": true}""").Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", InB).Build());

        Assert.False(single.Fits);
        Assert.Equal(["t4-1 in us-west-2b"], perZone.Minimum.Nodes.Select(node => $"{node.Name} in {node.Zone}"));
    }

    [Fact]
    public void Karpenter_picks_the_zone_and_stops_at_its_limit()
    {
        const string Pods = """{"tolerations": [{"operator": "Exists"}], "topologySpreadConstraints": [{"maxSkew": 1, "topologyKey": "topology.kubernetes.io/zone", "whenUnsatisfiable": "DoNotSchedule", "labelSelector": {"matchLabels": {"app": "model"}}}]}""";
        var report = PlanPlacement.Of(PlacementPlan.Eks
            .Add(ComponentTypes.KarpenterNodePool, "t4", """{"poolName": "t4", "instanceTypes": ["g4dn.xlarge"], "maxNodes": 3, "rootVolumeGiB": 100, "zones": ["us-west-2a", "us-west-2b"], "subnetIds": []}""")
            .Deployment("model", 4, """{"nvidia.com/gpu": "1"}""", Pods).Build());

        Assert.Equal(["t4-1 in us-west-2a", "t4-2 in us-west-2b", "t4-3 in us-west-2a"], report.Minimum.Nodes.Select(node => $"{node.Name} in {node.Zone}"));
        Assert.Equal("1 pod of Deployment inference/model needs nvidia.com/gpu: 1; no room is left on t4, which is at its most of 3 nodes", Assert.Single(report.Minimum.Unplaced).Message);
    }

    [Fact]
    public void Cluster_Autoscaler_starts_nothing_for_pods_below_its_cutoff()
    {
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 4)
            .Add("kubernetes:scheduling.k8s.io/v1:PriorityClass", "low", """{"kind": "PriorityClass", "metadata": {"name": "low"}, "value": -11}""")
            .Deployment("idle", 1, """{"nvidia.com/gpu": "1"}""", """{"priorityClassName": "low", "tolerations": [{"operator": "Exists"}]}""").Build()).Minimum.Unplaced);

        Assert.Equal("Cluster Autoscaler adds no node for a pod of priority -11: give Deployment inference/idle a priority of -10 or more", unplaced.Remedy);
    }

    [Fact]
    public void Important_pods_come_first_and_room_holders_make_place()
    {
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 1, 1)
            .Add("kubernetes:scheduling.k8s.io/v1:PriorityClass", "low", """{"kind": "PriorityClass", "metadata": {"name": "low"}, "value": -5}""")
            .Deployment("a-holder", 1, """{"nvidia.com/gpu": "1"}""", """{"priorityClassName": "low", "tolerations": [{"operator": "Exists"}]}""")
            .Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", Gpu).Build());

        Assert.Equal("Deployment inference/model", $"{Assert.Single(report.Minimum.Pods).Workload}");
        Assert.Equal(("Deployment inference/a-holder", true), ($"{Assert.Single(report.Minimum.Unplaced).Workload}", report.Fits));
    }

    [Fact]
    public void An_update_that_adds_pods_is_a_state_of_its_own_and_may_wait()
    {
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 1, 1)
            .Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", Gpu, """{"type": "RollingUpdate", "rollingUpdate": {"maxSurge": 1}}""").Build());

        Assert.True(report.Fits);
        Assert.Equal((1, true), (Assert.Single(report.Update!.Unplaced).Count, report.Update!.Fits));
    }

    [Fact]
    public void Free_devices_beside_which_nothing_is_left_for_any_pod_are_fragments()
    {
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.12xlarge", 2, 2)
            .Deployment("three", 2, """{"nvidia.com/gpu": "3"}""", Gpu).Build());

        Assert.Equal([new DeviceUse("t4", "nvidia.com/gpu", 8, 6, 2)], report.Minimum.Devices.AsEnumerable());
        Assert.Equal(2, report.Minimum.Devices[0].Free);
    }

    [Fact]
    public void Where_nothing_helps_nothing_is_blamed()
    {
        var none = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Deployment("model", 2, """{"cpu": "1"}""").Build()).Minimum.Unplaced);
        var three = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2)
            .Deployment("model", 1, """{"nvidia.com/gpu": "8", "cpu": "900"}""", """{"nodeSelector": {"gpu-inference/pool": "t5"}}""").Build()).Minimum.Unplaced);

        Assert.Equal("2 pods of Deployment inference/model find no node: there is no pool", none.Message);
        Assert.Equal("1 pod of Deployment inference/model finds no node: no pool would do, whichever two of the demands are dropped", three.Message);
        Assert.Equal("compare Deployment inference/model with the pools: './run explain pod model' says what each refuses", three.Remedy);
    }

    [Fact]
    public void A_pod_is_explained_by_what_an_empty_node_of_each_pool_says()
    {
        var plan = PlacementPlan.Eks.System(1).Pool("t4", "g4dn.xlarge", 0, 2, "us-west-2a,us-west-2b").Deployment("model", 1, """{"nvidia.com/gpu": "1"}""", Gpu).Build();

        var explanation = Assert.Single(PodExplanation.Of(plan, "model"));

        Assert.Equal(["model"], PodExplanation.Names(plan).AsEnumerable());
        Assert.Equal(["t4-1"], explanation.AtMaximum.AsEnumerable());
        Assert.Equal(["nvidia.com/gpu: 1"], explanation.Requests.AsEnumerable());
        Assert.Equal(
            ["system in zone 1, zone 2: NodeResourcesFit, Insufficient nvidia.com/gpu", "t4 in us-west-2a, us-west-2b: , "],
            explanation.Verdicts.Select(verdict => $"{verdict.Pool} in {string.Join(", ", verdict.Zones)}: {verdict.Filter}, {verdict.Reason}"));
    }
}
