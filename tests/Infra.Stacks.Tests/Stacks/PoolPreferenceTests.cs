using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;

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
    [InlineData(false, "gpu-inference-prod-t4 gpu-inference-prod-t4-on-demand")]
    [InlineData(true, "gpu-inference-prod-t4-us-west-2a gpu-inference-prod-t4-us-west-2b gpu-inference-prod-t4-us-west-2c gpu-inference-prod-t4-on-demand")]
    public async Task Cluster_Autoscaler_gets_it_as_names_of_node_groups_that_exist(bool perZone, string names)
    {
        var config = ShippedConfig.Of("prod");
        var pools = JsonNode.Parse((string)config["gpu-inference:pools"]!)!;
        pools[0]!["perZone"] = perZone;
        config["gpu-inference:pools"] = pools.ToJsonString();
        var stack = await MockedStack.OfAsync("prod", config);
        var preferred = Tree.Of(stack.Single("gpu-inference:index:ClusterAutoscaler").Inputs)["preferredNodeGroups"]!.AsArray().Select(name => (string)name!).ToList();

        Assert.Equal(names, string.Join(' ', preferred));
        Assert.Subset(
            stack.Resources.Where(resource => resource.Type == "aws:eks/nodeGroup:NodeGroup").Select(group => (string?)Tree.Of(group.Inputs)["nodeGroupName"]).ToHashSet(),
            preferred.ToHashSet<string?>());
    }

    private static string Of(string models) => string.Join(' ', PoolPreference.Of(
    [
        .. models.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pools => new ModelConfig
        {
            Name = "model",
            Runtime = ServingRuntime.TensorFlowServing,
            Source = "s3://models/model",
            Pools = [.. pools.Split(',')],
        }),
    ]));
}
