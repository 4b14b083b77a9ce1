using Infra.Core;
using Infra.Planning.Placement;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Workloads;

namespace Infra.Planning.Tests.Placement;

/// <summary>What AWS and a node's type limit, and what the plan doesn't know or nobody judges.</summary>
public sealed class PlacementLimitsTests
{
    private const string Gpu = """{"tolerations": [{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}]}""";

    [Fact]
    public void Quotas_are_counted_by_family_and_by_the_largest_type()
    {
        var report = PlanPlacement.Of(PlacementPlan.Eks.System(2)
            .Pool("t4", "g4dn.xlarge,g4dn.2xlarge", 1, 3).Pool("spot", "g4dn.xlarge", 0, 5, more: """{"capacityType": "SPOT"}""").Pool("a100", "p4d.24xlarge", 0, 2)
            .Pool("h100", "p5.48xlarge", 0, 2, more: """{"capacityType": "CAPACITY_BLOCK"}""").Build());

        Assert.Equal(
            [
                new VcpuQuota("L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", 4, 4, 8),
                new VcpuQuota("L-DB2E81BA", "Running On-Demand G and VT instances", 8, 8, 24),
                new VcpuQuota("L-417A185B", "Running On-Demand P instances", 0, 0, 192),
                new VcpuQuota("L-3819A6DF", "All G and VT Spot Instance Requests", 0, 0, 20),
            ],
            report.Quotas.AsEnumerable());
    }

    [Fact]
    public void Gr6_is_a_g_and_spot_has_one_quota_for_all_of_p()
    {
        const string Spot = """{"capacityType": "SPOT"}""";
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("l4", "gr6.4xlarge", 0, 2)
            .Pool("a100", "p4d.24xlarge", 0, 1, more: Spot).Pool("h100", "p5.48xlarge", 0, 1, more: Spot).Pool("trn", "trn1.2xlarge", 0, 3, more: Spot).Build());

        Assert.Equal(
            [
                new VcpuQuota("L-DB2E81BA", "Running On-Demand G and VT instances", 0, 0, 32),
                new VcpuQuota("L-7212CCBC", "All P Spot Instance Requests", 0, 0, 288),
                new VcpuQuota("L-6B0D517C", "All Trn Spot Instance Requests", 0, 0, 24),
            ],
            report.Quotas.AsEnumerable());
    }

    [Fact]
    public void Pods_that_want_none_of_their_like_are_told_of_one_rule()
    {
        const string Alone = """
            {"tolerations": [{"operator": "Exists"}], "affinity": {"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"topologyKey": "topology.kubernetes.io/zone", "labelSelector": {"matchLabels": {"app": "model"}}}]}}}
            """;
        var unplaced = Assert.Single(PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 4).Deployment("model", 3, """{"nvidia.com/gpu": "1"}""", Alone).Build()).Minimum.Unplaced);

        Assert.Equal([new PodDemand("InterPodAffinity", "no pods near: app=model by topology.kubernetes.io/zone")], unplaced.Demands.AsEnumerable());
        Assert.Equal("let Deployment inference/model loosen the rule 'no pods near: app=model by topology.kubernetes.io/zone', or give its pools more zones or nodes", unplaced.Remedy);
    }

    [Fact]
    public void A_pool_of_a_type_that_nobody_knows_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g9.xlarge", 0, 2).Build()));

        Assert.Equal(
            "pool 't4': 'g9.xlarge' is no instance type of the catalogue, so that nobody knows what its nodes offer; add it to infra/Infra.Core/Catalog/Data/instance-types.json, or give the pool one that './run catalog instances' lists",
            error.Message);
    }

    [Fact]
    public void What_the_plan_doesnt_know_is_named_and_not_taken_for_a_fit_in_silence()
    {
        const string Unknown = """{"tolerations": {"$unknown": true}}""";
        var report = PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2, more: """{"taints": [{"$unknown": true}]}""").Deployment("model", 1, """{"cpu": "1"}""", Gpu)
            .Deployment("hidden", 1, """{"nvidia.com/gpu": {"$unknown": true}, "cpu": "1"}""", Gpu)
            .Add("kubernetes:apps/v1:Deployment", "whole", """{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "whole", "namespace": "inference"}, "spec": {"template": {"spec": {"$secret": true}}}}""")
            .Deployment("strange", 1, """{"cpu": "1"}""", Unknown).Build());

        Assert.Equal(
            [
                "pool t4: taints[0] isn't known; it counts as if nobody had written it",
                "Deployment inference/hidden: spec.template.spec.containers[0].resources.requests.nvidia.com/gpu isn't known; it counts as if nobody had written it",
                "Deployment inference/whole: spec.template.spec isn't known, so that its pods aren't judged",
                "Deployment inference/strange: spec.template.spec.tolerations isn't known; it counts as if nobody had written it",
            ],
            report.Notes.AsEnumerable());
        Assert.Equal("placement: 1 pod finds no node at minimum; 1 node at minimum, 1 at maximum; not known: 4 values that decide", report.Summary);
        var error = Assert.Throws<InvalidOperationException>(() => PlanPlacement.Of(PlacementPlan.Eks.Pool("t4", "g4dn.xlarge", 0, 2, more: """{"instanceTypes": {"$unknown": true}}""").Build()));
        Assert.Equal("pool 't4': the plan doesn't know its instance types, so that nobody knows what its nodes offer; give instanceTypes a value that is known before an update", error.Message);
    }

    [Theory]
    [InlineData("m6i.large", 26)]
    [InlineData("g4dn.xlarge", 25)]
    [InlineData("g4dn.xlarge,g5.48xlarge", 6)]
    [InlineData("g6.xlarge", 26)]
    [InlineData("p3.2xlarge", 38)]
    [InlineData("p3dn.24xlarge", 24)]
    [InlineData("inf1.24xlarge", 10)]
    public void Volumes_of_a_node_are_limited_by_its_type(string types, int limit)
    {
        var kind = PoolGroups.Of(PlannedObjects.Of(PlacementPlan.Eks.Pool("pool", types, 0, 1).Build())).Single().Kinds.Single();

        Assert.Equal(limit, kind.VolumeLimits["ebs.csi.aws.com"]);
    }

    [Fact]
    public void Nodes_of_a_cluster_that_exists_already_are_not_judged()
    {
        var report = PlanPlacement.Of(PlacementPlan.Existing.Deployment("web", 2, """{"cpu": "900"}""").Build());

        Assert.True(report.Fits);
        Assert.Equal(2, Assert.Single(report.Maximum.Elsewhere).Count);
        Assert.Equal(["2 pods are left to nodes of a cluster that exists already, of which the plan says nothing"], report.Notes.AsEnumerable());
    }

    [Fact]
    public void Of_nodes_outside_aws_labels_taints_and_devices_are_judged()
    {
        const string Edge = """{"poolName": "edge", "accelerator": 0, "devicesPerNode": 2, "labels": {}, "taints": []}""";
        var plan = PlacementPlan.Eks.Add(ComponentTypes.EdgePool, "edge", Edge).Deployment("model", 2, """{"nvidia.com/gpu": "2", "cpu": "900"}""", """{"nodeSelector": {"gpu-inference/pool": "edge"}, "tolerations": [{"operator": "Exists"}]}""");

        Assert.Equal(["edge-1", "edge-2"], PlanPlacement.Of(plan.Build()).Minimum.Nodes.Select(node => node.Name));
        var unplaced = Assert.Single(PlanPlacement.Of(plan.Deployment("large", 1, """{"nvidia.com/gpu": "4"}""", """{"tolerations": [{"operator": "Exists"}]}""").Build()).Minimum.Unplaced);
        Assert.Equal("1 pod of Deployment inference/large needs nvidia.com/gpu: 4: no node has that; a node of edge has nvidia.com/gpu: 2", unplaced.Message);
    }
}
