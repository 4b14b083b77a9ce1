using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>In which order pools grow where a pod may run on several.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class PoolPreferenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("t4", "")]
    [InlineData("spot,demand", "spot demand")]
    [InlineData("spot,demand demand", "spot demand")]
    [InlineData("b,c a,b", "a b c")]
    [InlineData("a,c b,c", "a b c")]
    [InlineData("z,y,x x,w", "z y x w")]
    public void It_is_that_of_the_models(string models, string order) => Assert.Equal(order, Of(models));

    [Fact]
    public void Models_that_contradict_each_other_end_in_some_order() => Assert.Equal(["a", "b"], Of("a,b b,a").Split(' ').Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(false, "gpu-inference-prod-t4 gpu-inference-prod-t4-on-demand-us-west-2a gpu-inference-prod-t4-on-demand-us-west-2b gpu-inference-prod-t4-on-demand-us-west-2c")]
    [InlineData(true, "gpu-inference-prod-t4-us-west-2a gpu-inference-prod-t4-us-west-2b gpu-inference-prod-t4-us-west-2c gpu-inference-prod-t4-on-demand-us-west-2a gpu-inference-prod-t4-on-demand-us-west-2b gpu-inference-prod-t4-on-demand-us-west-2c")]
    public async Task Cluster_Autoscaler_gets_it_as_names_of_node_groups_that_exist(bool perZone, string names)
    {
        var config = ShippedConfig.Of("prod");
        var pools = JsonNode.Parse((string)config["gpu-inference:pools"]!)!;
        pools[0]!["perZone"] = perZone;
        // As many nodes as in three zones, so that the other rules have nothing to say.
        pools[0]!["capacity"]!["max"] = perZone ? 3 : 9;
        config["gpu-inference:pools"] = pools.ToJsonString();
        var stack = await MockedStack.OfAsync("prod", config);
        var preferred = Tree.Of(stack.Single("gpu-inference:index:ClusterAutoscaler").Inputs)["preferredNodeGroups"]!.AsArray().Select(name => (string)name!).ToList();

        Assert.Equal(names, string.Join(' ', preferred));
        Assert.Subset(
            stack.Resources.Where(resource => resource.Type == "aws:eks/nodeGroup:NodeGroup").Select(group => (string?)Tree.Of(group.Inputs)["nodeGroupName"]).ToHashSet(),
            preferred.ToHashSet<string?>());
    }

    [Fact]
    public void Jobs_trainings_clusters_of_Ray_and_heads_prefer_pools_too()
    {
        var settings = SampleConfig.Eks()
            .With("pools", """[{"name": "a", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 9}}, {"name": "b", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 9}}, {"name": "c", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 9}}, {"name": "d", "instanceTypes": ["g4dn.xlarge"], "capacity": {"max": 9}}]""")
            .With("models", """[{"name": "m", "runtime": "tensorflow-serving", "source": "s3://models/m", "pools": ["d"]}]""")
            .With("jobs", """[{"name": "j", "pod": {"image": "a/b:1", "pools": ["c", "b"]}, "shards": 1}]""")
            .With("rayClusters", """[{"name": "r", "pod": {"image": "a/b:1", "pools": ["d"]}, "workers": [{"name": "gpu", "pools": ["d", "c"]}]}]""")
            .With("backends", """{"ray": {"head": {"pools": ["b", "a"]}}}""")
            .Read();

        Assert.Equal("d c b a", string.Join(' ', PoolPreference.Of(settings)));
    }

    private static string Of(string lists) => string.Join(' ', PoolPreference.Of(
        [.. lists.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pools => pools.Split(',').ToImmutableArray())]));
}
