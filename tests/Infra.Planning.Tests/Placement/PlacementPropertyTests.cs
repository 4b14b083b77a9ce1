using FsCheck;
using FsCheck.Fluent;
using Infra.Core.Nodes;
using Infra.Planning.Placement.Growth;
using Infra.Planning.Placement.Reading;
using Infra.Planning.Placement.Scheduling;
using Infra.Planning.Placement.Scheduling.Filters;

namespace Infra.Planning.Tests.Placement;

/// <summary>What holds for every cluster.</summary>
public sealed class PlacementPropertyTests
{
    private static readonly Config _config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20_261_122, 1);

    [Fact]
    public void No_node_gives_more_than_it_has_and_no_pool_grows_beyond_its_most() => Check((scene, pools, _) =>
    {
        Assert.All(scene.Cluster.Nodes, node => Assert.All(node.Free, free => Assert.True(free >= 0)));
        Assert.All(pools, pool => Assert.InRange(scene.Cluster.Nodes.Count(node => node.Kind.Pool == pool.Name), pool.Least, pool.Most!.Value));
    });

    [Fact]
    public void Every_pod_is_placed_once_or_missing() => Check((scene, _, pods) => Assert.All(scene.Cluster.Kinds, kind => Assert.Equal(
        scene.GroupOf(kind).Most, scene.Placed.Count(one => one.Kind == kind) + scene.Missing.Where(one => one.Kind == kind).Sum(one => one.Count))));

    // Written without the counts that the filters keep.
    [Fact]
    public void Where_pods_land_nothing_of_what_they_demand_is_broken() => Check((scene, _, _) =>
    {
        foreach (var (kind, node) in scene.Placed)
        {
            Assert.True(kind.Spec.NodeSelector.All(label => node.Label(label.Key) == label.Value));
            Assert.True(node.Kind.Taints.IsEmpty || !kind.Spec.Tolerations.IsEmpty);
            foreach (var term in kind.Spec.AntiAffinity)
            {
                var near = scene.Cluster.Nodes.Where(other => other.Label(term.TopologyKey) == node.Label(term.TopologyKey)).SelectMany(other => other.Pods).Count(pod => term.Matches(pod.Spec));
                Assert.Equal(term.Matches(kind.Spec) ? 1 : 0, near);
            }

            foreach (var term in kind.Spec.Affinity)
            {
                Assert.Contains(scene.Cluster.Nodes.Where(other => other.Label(term.TopologyKey) == node.Label(term.TopologyKey)).SelectMany(other => other.Pods), pod => term.Matches(pod.Spec));
            }
        }

        Assert.All(scene.Cluster.Nodes, node => Assert.True(node.Pods.Sum(pod => pod.Spec.HostPorts.Length) <= 1));
    });

    [Fact]
    public void Who_found_no_node_finds_none_and_nobody_would_add_one() => Check((scene, _, _) => Assert.All(scene.Missing, missing =>
    {
        Assert.Null(scene.Cluster.Find(missing.Kind));
        Assert.All(scene.Cluster.Nodes, node => Assert.NotNull(scene.Cluster.Refuse(missing.Kind, node)));
        Assert.All(scene.Supply.Groups.Where(group => group.MayGrow), group => Assert.All(group.Pools.Kinds, kind => Assert.NotNull(scene.Cluster.Refuse(missing.Kind, scene.Supply.Template(kind)))));
    }));

    [Fact]
    public void In_what_order_pods_and_pools_are_written_makes_no_difference() => Prop.ForAll(RandomClusters.All, one =>
    {
        var (there, back) = (new Scene(one.Pods, one.Pools, group => group.Most), new Scene(one.Pods.Reverse(), [.. one.Pools.Reverse()], group => group.Most));

        Assert.Equal(Lines(there), Lines(back));
    }).Check(_config);

    // Which of the nodes it takes, a greedy scheduler may choose so that another pod finds none later: with one node more everything may come differently. What holds is the verdict on a pod while
    // the others stay where they are, and that only for pods without a binding spread, because an empty place more makes the others uneven.
    [Fact]
    public void One_more_node_makes_no_node_refuse_that_took_a_pod_unless_it_is_a_new_place_of_a_spread() => Check((scene, _, _) =>
    {
        var before = scene.Cluster.Kinds.ToDictionary(kind => kind, kind => scene.Cluster.Nodes.Where(node => scene.Cluster.Refuse(kind, node) is null).ToList());
        var places = scene.Cluster.Nodes.Select(node => node.Kind.Zone).ToHashSet();
        scene.Cluster.Add(RandomClusters.Node("more", "a", 8, 4, isTainted: false), "more-1");

        foreach (var (kind, nodes) in before.Where(one => one.Key.Spec.Spread.All(constraint => constraint.TopologyKey == NodeLabels.Zone && places.Contains("a") && one.Key.Spec.NodeSelector.IsEmpty)))
        {
            Assert.All(nodes, node => Assert.Null(scene.Cluster.Refuse(kind, node)));
        }
    });

    [Fact]
    public void A_new_place_can_make_a_spread_refuse_a_node_that_took_the_pod()
    {
        var pod = new PodSpec { Name = "web", Labels = RandomClusters.Labels(("app", "web")), Spread = [new SpreadConstraint(1, NodeLabels.Zone, RandomClusters.Selector("web"))] };
        var kinds = new[] { RandomClusters.Node("a", "a", 8, 0, isTainted: false), RandomClusters.Node("b", "b", 8, 0, isTainted: false) };
        var cluster = new Cluster([pod], kinds);
        var first = cluster.Add(kinds[0], "a-1");
        cluster.Place(cluster.Kinds[0], first);
        Assert.Null(cluster.Refuse(cluster.Kinds[0], first));

        cluster.Add(kinds[1], "b-1");

        Assert.Equal(new Refusal(nameof(PodTopologySpread), "node(s) didn't match pod topology spread constraints"), cluster.Refuse(cluster.Kinds[0], first));
    }

    private static void Check(Action<Scene, PoolGroup[], PodGroup[]> check) =>
        Prop.ForAll(RandomClusters.All, one => check(new Scene(one.Pods, one.Pools, group => group.Most), one.Pools, one.Pods)).Check(_config);

    private static IEnumerable<string> Lines(Scene scene) => scene.Placed.Select(one => $"{one.Kind.Spec.Name} on {one.Node.Name}").Concat(scene.Missing.Select(one => $"{one.Count} of {one.Kind.Spec.Name} nowhere"));
}
