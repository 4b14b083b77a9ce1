using Infra.Planning.Costs;

namespace Infra.Planning.Tests.Costs;

/// <summary>
/// Shares of nodes. A g4dn.12xlarge has four GPUs and costs $3.912 an hour, 3.912 × 730 = 2,855.76 a month, with a disk of 100 GB 2,863.76.
/// </summary>
public sealed class ModelCostTests
{
    private const decimal Node = 2863.76m;

    // One GPU of four, and two of four: a quarter and a half; the last quarter is nobody's.
    [Fact]
    public void A_model_has_the_share_of_its_requests_and_the_rest_is_nobodys()
    {
        var report = Pool(1, 1).Model("small", gpus: 1).Model("large", gpus: 2).Report();

        Assert.Equal([("large", Node / 2), ("small", Node / 4)], report.Models.Select(model => (model.Model, model.AtMaximum)));
        Assert.Equal(new CostSum("", Node / 4, Node / 4), report.Idle);
        Assert.Equal([new PoolShare("t4", 0.5m, Node, 0.5m, Node)], report.Models[0].Shares);
    }

    // 40 of 47.81 cores that the kubelet leaves of 48 are more than one GPU of four.
    [Fact]
    public void The_greatest_share_counts()
    {
        var share = Assert.Single(Assert.Single(Pool(1, 1).Model("busy", gpus: 1, cpu: 40).Report().Models).Shares);

        Assert.Equal(40_000m / 47_810m, share.NodesAtMaximum);
    }

    // Three GPUs and nearly all cores: 0.75 and 0.84 of one node are 1.59 of it.
    [Fact]
    public void Models_never_have_more_than_a_node()
    {
        var report = Pool(1, 1).Model("wide", gpus: 3).Model("busy", gpus: 1, cpu: 40).Report();

        Assert.Equal((Node, 0m), (decimal.Round(report.Models.Sum(model => model.AtMaximum), 10), decimal.Round(report.Idle.AtMaximum, 10)));
    }

    // Three replicas of two GPUs fill one node and half of another.
    [Fact]
    public void Nodes_are_those_that_pods_need_and_at_maximum_the_pools_own()
    {
        var report = Pool(0, 4).Model("a", gpus: 2, replicas: 3).Report();

        Assert.Equal([new PoolCost("t4", 2 * Node, 4 * Node, 2 * Node)], report.Pools);
        Assert.Equal(
            ["At minimum: 2 placed, what pods need that always run; the pool's own bound is 0.", "At maximum: 4, the pool's own bound; all pods at their most need 2."],
            report.Lines.Single(line => line.Id == "nodes/t4").Notes);
        Assert.Equal((1.5m * Node, (4 * Node) + 73, (2 * Node) + 73), (report.Models[0].AtMinimum, report.AtMaximum, report.PodsAtMaximum));
    }

    [Fact]
    public void Tenants_have_what_their_models_have()
    {
        var report = Pool(1, 1).Model("a", gpus: 1, ns: "team-vision").Model("b", gpus: 2, ns: "inference")
            .Component("TenantNamespace", "vision", """{"namespaceName": "team-vision", "tenant": "vision"}""").Report();

        Assert.Equal([new CostSum("", Node / 2, Node / 2), new CostSum("vision", Node / 4, Node / 4)], report.Tenants);
    }

    [Fact]
    public void What_has_no_price_is_missing_and_said()
    {
        var model = Assert.Single(new CostPlan().Pool("t4", """ "instanceTypes": ["g4dn.12xlarge"], "capacityType": "CAPACITY_BLOCK" """).Model("a", gpus: 4).Report().Models);

        Assert.Equal((0m, "t4"), (model.AtMaximum, Assert.Single(model.WithoutPrice)));
    }

    // The replica has a node: 2,863.76 ÷ 730 = 3.923 an hour, for 400 tokens × 3,600 seconds = 1.44 million; at half of that it does 0.72.
    [Theory]
    [InlineData(1, 2.7242770)]
    [InlineData(0.5, 5.4485540)]
    public void Work_costs_a_replicas_hour_by_what_it_does_in_it(double use, double usd)
    {
        var report = Pool(1, 1).Model("a", gpus: 4, inputs: """ "autoscaling": {"minReplicas": 1, "maxReplicas": 1, "tokensPerSecond": 400} """).Report(new CostOptions { Use = (decimal)use });

        var work = Assert.Single(Assert.Single(report.Models).Throughput);
        Assert.Equal(("million tokens", 400m, (decimal)use), (work.Per, work.PerSecond, work.Use));
        Assert.Equal((decimal)usd, decimal.Round(work.Usd, 7));
    }

    // 3.923 an hour for 10 × 3,600 requests.
    [Fact]
    public void Requests_are_counted_by_the_thousand()
    {
        var report = Pool(1, 1).Model("a", gpus: 4, inputs: """ "autoscaling": {"minReplicas": 1, "maxReplicas": 1, "requestsPerSecond": 10} """).Report();

        Assert.Equal(0.1089711m, decimal.Round(Assert.Single(report.Models[0].Throughput).Usd, 7));
    }

    [Fact]
    public void A_model_of_no_known_throughput_has_no_price_of_work() => Assert.Empty(Assert.Single(Pool(1, 1).Model("a", gpus: 4).Report().Models).Throughput);

    [Fact]
    public void Without_a_placement_pools_have_their_bounds_and_models_nothing()
    {
        var report = PlanCosts.Of(Pool(1, 3).Model("a", gpus: 4).Create(), placement: null);

        Assert.Equal(("At minimum: 1 by the pool's own bound; pods weren't placed.", 0), (report.Lines[0].Notes[0], report.Models.Count));
        Assert.Equal([new PoolCost("t4", Node, 3 * Node, 3 * Node)], report.Pools);
    }

    private static CostPlan Pool(int least, int most) => new CostPlan()
        .Aws("aws:eks/cluster:Cluster", "cluster", """{"name": "c"}""").Component("EksCluster", "cluster", "{}")
        .Pool("t4", $""" "instanceTypes": ["g4dn.12xlarge"], "minSize": {least}, "maxSize": {most}, "podsPerNode": 234 """);
}
