using System.Collections.Immutable;
using Infra.Core.Resilience;

namespace Infra.Core.Tests.Resilience;

/// <summary>The proof finds every fault that is put into a cluster without one.</summary>
public sealed class DrainProofTests
{
    private const string Alone = "Alone: Deployment classifier: has one replica at its fewest: when its node goes it is away for a cold start, which a second one would bridge";

    [Fact]
    public void In_a_sound_cluster_nothing_is_found() => Assert.Empty(DrainProof.Of(SmallCluster.Sound));

    [Fact]
    public void A_budget_that_keeps_all_replicas_blocks_every_drain() => Assert.Equal(
        "Blocked: Deployment classifier: PodDisruptionBudget b says minAvailable 2 of 2 pods, which lets none go: no node with one can be drained; leave room for at least one",
        Only(SmallCluster.Classifier with { Budgets = [SmallCluster.Budget(stay: "2")] }));

    // Shares are rounded up: three quarters of two pods are two pods.
    [Theory]
    [InlineData("75%", null, "minAvailable 75%")]
    [InlineData(null, "0", "maxUnavailable 0")]
    [InlineData(null, "0%", "maxUnavailable 0%")]
    public void So_does_a_share_that_comes_to_all(string? stay, string? away, string words) => Assert.Equal(
        $"Blocked: Deployment classifier: PodDisruptionBudget b says {words} of 2 pods, which lets none go: no node with one can be drained; leave room for at least one",
        Only(SmallCluster.Classifier with { Budgets = [SmallCluster.Budget(stay, away)] }));

    [Fact]
    public void Without_a_number_to_compare_with_maxUnavailable_blocks() => Assert.Equal(
        "Blocked: Deployment classifier: PodDisruptionBudget b says maxUnavailable 1, but what makes the pods has no subresource 'scale', and Kubernetes then lets none go; say minAvailable as a number",
        Only(SmallCluster.Classifier with { HasScale = false }));

    [Fact]
    public void A_number_that_stays_needs_no_scale() => Assert.Empty(Of(SmallCluster.Classifier with { HasScale = false, Budgets = [SmallCluster.Budget(stay: "1")] }));

    [Fact]
    public void Two_budgets_are_as_bad_as_one_that_keeps_all() => Assert.Equal(
        "Blocked: Deployment classifier: PodDisruptionBudget b and PodDisruptionBudget b select the same pods, and Kubernetes evicts none that has two budgets; keep one",
        Only(SmallCluster.Classifier with { Budgets = [SmallCluster.Budget(away: "1"), SmallCluster.Budget(away: "1")] }));

    [Fact]
    public void Several_replicas_without_a_budget_are_found_and_one_isnt()
    {
        Assert.Equal(
            "Unguarded: Deployment classifier: no budget that we know of keeps any of its 2 pods; one with maxUnavailable 1 would",
            Only(SmallCluster.Classifier with { Budgets = [] }));
        Assert.Empty(Of(SmallCluster.Controller with { Least = 1, Budgets = [] }));
    }

    [Fact]
    public void The_last_node_of_a_pool_has_no_other_and_its_pod_waits() => Assert.Equal(
        ["Waits: Deployment classifier: when a node of 't4' goes, which is the only one of its pool, 1 pod of 1 waits for the node that replaces it", Alone],
        Lines(SmallCluster.Sound with
        {
            Pools = [SmallCluster.Gpu with { Nodes = 1 }, SmallCluster.System],
            Pods = [SmallCluster.Classifier with { Least = 1, Replicas = 1, MostInOneZone = null }, SmallCluster.Controller],
        }));

    // One goes, its successor finds no GPU, and the other then has to stay: kubectl drain asks again and again.
    [Fact]
    public void Two_replicas_on_the_only_node_block_its_drain() => Assert.Equal(
        [
            "Blocked: Deployment classifier: 2 of its 2 pods may stand on one node of 't4' and find no other: it is the only one of its pool; the budget lets 1 go, and the drain waits for ever; raise the pool's capacity or let 2 go",
            "OneNode: Deployment classifier: a node of 't4' holds 2 replicas, so that all 2 may be on one and go with it",
            "OneZone: Deployment classifier: its pools stand in 3 zones, but no rule keeps all 2 replicas from one of them",
        ],
        Lines(SmallCluster.Sound with
        {
            Pools = [SmallCluster.Gpu with { Nodes = 1, Node = SmallCluster.Space(8000, 64, 30, gpus: 4) }, SmallCluster.System],
            Pods = [SmallCluster.Classifier with { MostInOneZone = null }],
            Quotas = [],
        }));

    [Fact]
    public void Full_nodes_are_no_other_place() => Assert.Equal(
        "Waits: Deployment classifier: when a node of 't4' goes, which is one of 2, and the others are full, 1 pod of 2 waits for the node that replaces it",
        Only(SmallCluster.Sound with { Pools = [SmallCluster.Gpu with { Nodes = 2 }, SmallCluster.System] }));

    [Fact]
    public void What_never_fitted_is_no_matter_of_drains() => Assert.Empty(Of(SmallCluster.Controller with { Space = SmallCluster.Space(9000, 1, 1) }));

    [Fact]
    public void Another_pool_is_another_place() => Assert.Empty(DrainProof.Of(SmallCluster.Sound with
    {
        Pools = [SmallCluster.Gpu with { Nodes = 2 }, SmallCluster.Gpu with { Name = "spare", Nodes = 1 }, SmallCluster.System],
        Pods = [SmallCluster.Classifier with { Pools = ["t4", "spare"] }, SmallCluster.Controller],
    }));

    [Theory]
    [InlineData(2, null, "quota 'inference' allows requests.nvidia.com/gpu 2, but 2 stand there and 1 more start while a node of 't4' is drained; raise it to 3")]
    [InlineData(3, 5000L, "quota 'inference' allows requests.cpu 5, but 4 stand there and 2 more start while a node of 't4' is drained; raise it to 6")]
    public void A_quota_holds_a_pod_that_ends_and_the_one_in_its_place(int gpus, long? cpu, string message) => Assert.Equal(
        $"Quota: inference: {message}",
        Only(SmallCluster.Sound with { Quotas = [SmallCluster.Quota with { Cpu = cpu, Devices = ImmutableSortedDictionary<string, long>.Empty.Add("nvidia.com/gpu", gpus) }] }));

    [Fact]
    public void A_quota_counts_pods_too() => Assert.Equal(
        "Quota: inference: quota 'inference' allows pods 2, but 2 stand there and 1 more start while a node of 't4' is drained; raise it to 3",
        Only(SmallCluster.Sound with { Quotas = [SmallCluster.Quota with { Pods = 2 }] }));

    [Fact]
    public void A_quota_of_another_namespace_is_none_of_theirs() =>
        Assert.Empty(DrainProof.Of(SmallCluster.Sound with { Quotas = [SmallCluster.Quota with { Namespace = "other", Pods = 0 }] }));

    [Fact]
    public void A_pool_of_one_zone_goes_with_it() => Assert.Equal(
        "OneZone: Deployment classifier: its pools stand in one zone, and all 2 replicas with them",
        Only(SmallCluster.Sound with { Pools = [SmallCluster.Gpu with { Zones = ["b"] }, SmallCluster.System], Pods = [SmallCluster.Classifier with { MostInOneZone = null }] }));

    // A rule for two replicas doesn't keep three of three.
    [Fact]
    public void A_rule_that_lets_all_replicas_into_one_zone_is_none() => Assert.Equal(
        "OneZone: Deployment classifier: its pools stand in 3 zones, but no rule keeps all 2 replicas from one of them",
        Only(SmallCluster.Classifier with { MostInOneZone = 2 }));

    [Fact]
    public void Of_nodes_of_somebody_else_nobody_knows_the_zones() => Assert.Equal(
        "OneZone: Deployment classifier: somebody else manages its nodes, and nobody told us their zones: all 2 replicas may be in one",
        Only(SmallCluster.Classifier with { Pools = [], MostInOneZone = null }));

    [Fact]
    public void Who_has_one_replica_was_promised_nothing_and_is_told_so() => Assert.Equal(Alone, Only(SmallCluster.Classifier with { Least = 1, Replicas = 1, MostInOneZone = null }));

    [Fact]
    public void Two_pods_of_one_replica_are_one() => Assert.Equal(Alone, Only(SmallCluster.Classifier with { Replicas = 1, MostInOneZone = null }));

    [Fact]
    public void One_replica_on_nodes_of_one_zone_goes_with_it() => Assert.Equal(
        "Alone: Deployment classifier: has one replica at its fewest: when its node goes it is away for a cold start, which a second one would bridge; and all of its nodes are in the zone 'b', with which it goes",
        Only(SmallCluster.Sound with { Pools = [SmallCluster.Gpu with { Zones = ["b"] }, SmallCluster.System], Pods = [SmallCluster.Classifier with { Least = 1, Replicas = 1, MostInOneZone = null }] }));

    // A controller that is away for a moment serves nobody.
    [Fact]
    public void Who_serves_no_model_may_be_alone() => Assert.Empty(Of(SmallCluster.Controller with { Least = 1, Budgets = [] }));

    [Fact]
    public void Controllers_wish_at_least_to_be_apart() => Assert.Equal(
        "Unguarded: Deployment controller: nothing that we know of keeps its 2 pods apart; constraints of topology would",
        Only(SmallCluster.Controller with { IsSpread = false }));

    [Theory]
    [InlineData(DrainFault.Blocked, true)]
    [InlineData(DrainFault.Quota, true)]
    [InlineData(DrainFault.Unguarded, false)]
    [InlineData(DrainFault.Waits, false)]
    [InlineData(DrainFault.Alone, false)]
    [InlineData(DrainFault.OneNode, false)]
    [InlineData(DrainFault.OneZone, false)]
    public void What_is_promised_of_nodes_is_told_from_limits(DrainFault fault, bool isBroken) => Assert.Equal(isBroken, DrainProof.IsBroken(fault));

    [Theory]
    [InlineData("")]
    [InlineData("half")]
    [InlineData("-1")]
    public void What_is_no_number_of_pods_is_refused(string text) =>
        Assert.Equal($"'{text}' is no number of pods, such as 1 or 50%", Assert.Throws<FormatException>(() => BudgetAmount.Parse(text)).Message);

    private static string Only(StandingPods pods) => Assert.Single(Of(pods)).ToString();

    private static string Only(DrainedCluster cluster) => Assert.Single(DrainProof.Of(cluster)).ToString();

    private static IEnumerable<string> Lines(DrainedCluster cluster) => DrainProof.Of(cluster).Select(finding => finding.ToString());

    private static ImmutableArray<DrainFinding> Of(StandingPods pods) =>
        DrainProof.Of(SmallCluster.Sound with { Pods = [.. SmallCluster.Sound.Pods.Select(other => other.Name == pods.Name ? pods : other)] });
}
