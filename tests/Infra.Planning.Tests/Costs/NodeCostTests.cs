using Infra.Planning.Costs;

namespace Infra.Planning.Tests.Costs;

/// <summary>Nodes, their disks and what Auto Mode takes. g4dn.xlarge costs $0.526 an hour, g4dn.2xlarge $0.752; as spot 36% and 37% of that.</summary>
public sealed class NodeCostTests
{
    // 2 × 0.526 × 730 = 767.96; 2 × 100 GB × 0.08 = 16.
    [Fact]
    public void A_pool_costs_its_nodes_and_their_disks()
    {
        var report = new CostPlan().Pool("t4").Report();

        CostAssert.Lines(report, "disks/t4 0 16", "nodes/t4 0 767.96");
        Assert.Equal([new PoolCost("t4", 0m, 783.96m, 0m)], report.Pools);
        Assert.Equal(
            ["At minimum: 0, the pool's own bound; pods that always run need no more.", "At maximum: 2, the pool's own bound; all pods at their most need 0."],
            report.Lines[0].Notes);
        Assert.Equal([CostPlan.Urn("gpu-inference:index:GpuNodePool", "t4")], report.Lines[0].Resources);
    }

    // At minimum 1 × 0.526 × 730, at maximum 2 × 0.752 × 730; each in two zones.
    [Fact]
    public void The_cheapest_type_counts_at_minimum_the_dearest_at_maximum_and_each_zone_has_its_own()
    {
        var report = new CostPlan().Pool("t4", """ "instanceTypes": ["g4dn.2xlarge", "g4dn.xlarge"], "minSize": 1, "perZone": true """).Report();

        CostAssert.Lines(report, "disks/t4 16 32", "nodes/t4 767.96 2195.84");
        Assert.Contains("Of the pool's instance types the cheapest counts at minimum and the dearest at maximum.", report.Lines[0].Notes);
    }

    // 2 × 0.526 × 0.36 × 730.
    [Fact]
    public void Spot_is_an_estimate_that_says_how()
    {
        var line = Assert.Single(new CostPlan().Pool("t4", """ "capacityType": "SPOT", "rootVolumeGiB": 0 """).Report().Lines);

        Assert.True(line.IsEstimate);
        Assert.Equal((0.18936m, 276.4656m), (line.AtMaximum.Price.Usd, line.AtMaximum.Usd));
        Assert.Contains("Estimate of g4dn.xlarge: $0.526 on demand less 64%, what spot saved on average in us-west-2 in the month before 2025-06-28.", line.Notes);
    }

    [Fact]
    public void A_capacity_block_has_a_price_of_its_own()
    {
        var report = new CostPlan().Pool("h100", """ "instanceTypes": ["p5.48xlarge"], "capacityType": "CAPACITY_BLOCK", "rootVolumeGiB": 0 """).Report();

        Assert.Empty(report.Lines);
        CostAssert.Unpriced(report, "nodes/h100: p5.48xlarge, capacity block: AWS asks for a price of its own when a block is bought, and takes it in advance; up to 2 nodes");
    }

    [Fact]
    public void A_reservation_costs_beyond_its_nodes() => CostAssert.Unpriced(
        new CostPlan().Pool("t4", """ "reservation": {"id": "cr-1"} """).Report(),
        "nodes/t4/reservation: unused part of cr-1: a capacity reservation is paid whether nodes run in it or not, and the plan doesn't say how large it is");

    [Fact]
    public void What_nobody_priced_is_said() => CostAssert.Unpriced(
        new CostPlan().Pool("h200", """ "instanceTypes": ["p5e.48xlarge"] """).Report(),
        "nodes/h200: p5e.48xlarge, on demand: no source of a price of p5e.48xlarge was found");

    [Fact]
    public void A_price_of_another_region_stands_in_and_says_so()
    {
        var line = new CostPlan("eu-north-1").Pool("t4").Report().Lines[0];

        Assert.Equal("us-east-1", line.AtMaximum.Price.Region);
        Assert.Contains("The price of 'g4dn.xlarge' in eu-north-1 wasn't found: that of us-east-1 stands in.", line.Notes);
    }

    // 2 nodes: 200 GB × 0.08, 2 × 3,000 IOPS × 0.005, 2 × 375 MiB/s × 0.04.
    [Fact]
    public void Disks_are_paid_beyond_what_is_free() => CostAssert.Lines(
        new CostPlan().Pool("t4", """ "rootVolumeIops": 6000, "rootVolumeThroughput": 500 """).Report(),
        "disks/t4 0 16", "disks/t4/iops 0 30", "disks/t4/throughput 0 30", "nodes/t4 0 767.96");

    [Fact]
    public void The_free_part_is_free() => CostAssert.Lines(
        new CostPlan().Pool("t4", """ "rootVolumeIops": 3000, "rootVolumeThroughput": 125 """).Report(),
        "disks/t4 0 16", "nodes/t4 0 767.96");

    // Nobody adds nodes: 2 × 0.096 × 730, 2 × 50 × 0.08.
    [Fact]
    public void Without_an_autoscaler_a_pool_stays_as_it_is() => CostAssert.Lines(
        new CostPlan().Pool("system", """ "instanceTypes": ["m6i.large"], "minSize": 2, "maxSize": 3, "nodeAutoscaler": false, "rootVolumeGiB": 50 """, "SystemNodePool").Report(),
        "disks/system 8 8", "nodes/system 140.16 140.16");

    [Fact]
    public void Auto_Mode_takes_a_fee_and_launches_nodes_of_its_own()
    {
        var report = new CostPlan()
            .Aws("aws:eks/cluster:Cluster", "cluster", """{"name": "c", "version": "1.35", "computeConfig": {"nodePools": ["general-purpose", "system"]}, "upgradePolicy": {"supportType": "STANDARD"}}""")
            .Pool("t4", """ "maxNodes": 1 """, "EksAutoModeNodes").Report();

        Assert.Equal(
            [
                ("auto-mode-fee", "EKS Auto Mode's fee for each node"),
                ("nodes/auto-mode", "nodes of Auto Mode's own pools general-purpose and system"),
            ],
            report.Unpriced.Select(item => (item.Id, item.What)));
        CostAssert.Lines(report, "control-plane/c 73 73", "disks/t4 0 8", "nodes/t4 0 383.98");
    }

    [Fact]
    public void Nodes_that_the_stack_does_not_bring_have_no_price() => Assert.Equal(
        ["nodes", "nodes/plant"],
        new CostPlan().Component("EdgePool", "plant", """{"poolName": "plant", "labels": {}, "taints": [], "devicesPerNode": 1, "accelerator": 0}""").Component("InferenceService", "a", """{"model": "a"}""").Report().Unpriced.Select(item => item.Id));
}
