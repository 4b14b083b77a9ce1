using Infra.Components.Serving;

namespace Infra.Components.Tests.Serving.Backends;

/// <summary>A node can be drained, whoever makes the pods.</summary>
public sealed class DisruptionBudgetTests
{
    private const string Budget = "kubernetes:policy/v1:PodDisruptionBudget";

    [Theory]
    [InlineData("plain")]
    [InlineData("kserve")]
    [InlineData("llmInferenceService")]
    [InlineData("leaderWorkerSet")]
    public async Task One_pod_at_a_time_may_go(string backend)
    {
        var spec = SmallModel.Inputs(await SmallModel.Run(SmallModel.On(backend)), Budget)["spec"]!;

        Assert.Equal((1, null, "AlwaysAllow"), ((int?)spec["maxUnavailable"], (int?)spec["minAvailable"], (string?)spec["unhealthyPodEvictionPolicy"]));
    }

    // A RayCluster has no subresource "scale", and with maxUnavailable Kubernetes would let no pod of it go.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    public async Task Of_Rays_pods_all_but_one_stay(int replicas, int stay)
    {
        var spec = SmallModel.Inputs(await SmallModel.Run(SmallModel.On("ray", replicas)), Budget)["spec"]!;

        Assert.Equal((null, stay, "AlwaysAllow"), ((int?)spec["maxUnavailable"], (int?)spec["minAvailable"], (string?)spec["unhealthyPodEvictionPolicy"]));
    }

    [Fact]
    public async Task Of_Rays_pods_that_come_and_go_the_fewest_count() => Assert.Equal(
        1,
        (int)SmallModel.Inputs(await SmallModel.Run(SmallModel.On("ray", autoscaling: new AutoscalingArgs { MinReplicas = 2, MaxReplicas = 9, Concurrency = 8 })), Budget).SelectToken("spec.minAvailable")!);

    [Fact]
    public async Task A_replica_of_Ray_over_two_nodes_is_two_pods() =>
        Assert.Equal(3, (int)SmallModel.Inputs(await SmallModel.Run(SmallModel.OverTwoNodes("ray", replicas: 2)), Budget).SelectToken("spec.minAvailable")!);
}
