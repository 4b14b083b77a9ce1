using Infra.Core.Serving.Backends;
using Infra.Core.Serving.Rollouts;

namespace Infra.Core.Tests.Serving.Rollouts;

/// <summary>The table of docs/rollouts.md: replicas that exist at the same time, for a model of four and a candidate of one (canary) or four (blue-green).</summary>
public sealed class RolloutPeakTests
{
    [Theory]
    [InlineData(RolloutStrategy.Rolling, ServingBackend.Plain, 0, 0, 4)]
    [InlineData(RolloutStrategy.Rolling, ServingBackend.KServe, 0, 0, 4)]
    [InlineData(RolloutStrategy.Rolling, ServingBackend.LeaderWorkerSet, 0, 0, 4)]
    [InlineData(RolloutStrategy.Rolling, ServingBackend.Ray, 0, 0, 8)]
    [InlineData(RolloutStrategy.Rolling, ServingBackend.Plain, 0, 2, 6)]
    [InlineData(RolloutStrategy.Rolling, ServingBackend.KServe, 0, 2, 6)]
    [InlineData(RolloutStrategy.Rolling, ServingBackend.LeaderWorkerSet, 0, 2, 6)]
    // More pods than there are can't be replaced.
    [InlineData(RolloutStrategy.Rolling, ServingBackend.Plain, 0, 9, 8)]
    [InlineData(RolloutStrategy.OnDelete, ServingBackend.Ray, 0, 0, 4)]
    [InlineData(RolloutStrategy.Canary, ServingBackend.Plain, 1, 0, 5)]
    [InlineData(RolloutStrategy.Canary, ServingBackend.KServe, 1, 1, 6)]
    [InlineData(RolloutStrategy.Canary, ServingBackend.LeaderWorkerSet, 1, 0, 5)]
    [InlineData(RolloutStrategy.Canary, ServingBackend.Ray, 1, 0, 9)]
    [InlineData(RolloutStrategy.BlueGreen, ServingBackend.Plain, 4, 0, 8)]
    [InlineData(RolloutStrategy.BlueGreen, ServingBackend.KServe, 4, 0, 8)]
    [InlineData(RolloutStrategy.BlueGreen, ServingBackend.LeaderWorkerSet, 4, 1, 9)]
    [InlineData(RolloutStrategy.BlueGreen, ServingBackend.Ray, 4, 0, 12)]
    // Four may lack one of theirs first.
    [InlineData(RolloutStrategy.Rolling, ServingBackend.LlmInferenceService, 0, 0, 4)]
    [InlineData(RolloutStrategy.Canary, ServingBackend.LlmInferenceService, 1, 0, 5)]
    [InlineData(RolloutStrategy.BlueGreen, ServingBackend.LlmInferenceService, 4, 0, 8)]
    public void Most_replicas_at_a_time(RolloutStrategy strategy, ServingBackend backend, int candidate, int maxSurge, int peak) =>
        Assert.Equal(peak, RolloutPeak.Of(strategy, backend, stable: 4, candidate, maxSurge).Replicas);

    // Kubernetes' default ends none of fewer than four before a new one serves.
    [Theory]
    [InlineData(ServingBackend.LlmInferenceService, 3, 4)]
    [InlineData(ServingBackend.LlmInferenceService, 0, 0)]
    [InlineData(ServingBackend.Plain, 3, 3)]
    public void Few_replicas_need_one_more_where_nobody_can_say_otherwise(ServingBackend backend, int replicas, int peak) =>
        Assert.Equal(peak, RolloutPeak.Of(RolloutStrategy.Rolling, backend, replicas, candidate: 0, maxSurge: 0).Replicas);

    [Theory]
    [InlineData(4, 10, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    [InlineData(10, 99, 10)]
    [InlineData(3, 100, 3)]
    // A candidate that doesn't run can't be tried, and one of a model that is off starts with one.
    [InlineData(4, 0, 1)]
    [InlineData(0, 50, 1)]
    [InlineData(1000, 100, 1000)]
    public void A_candidate_has_its_share_of_the_replicas(int replicas, int weight, int share) => Assert.Equal(share, CandidateShare.Of(replicas, weight));
}
