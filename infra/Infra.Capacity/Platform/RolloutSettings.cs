using Infra.Core.Serving.Rollouts;

namespace Infra.Capacity.Platform;

/// <summary>How a changed model takes the place of the one that serves.</summary>
/// <param name="Strategy">The way.</param>
/// <param name="MaxSurge">Pods that a rolling update may add.</param>
/// <param name="MaxUnavailable">Pods that a rolling update may lack.</param>
/// <param name="CandidateReplicas">Replicas of the candidate beside the stable model; the model's own number for blue-green.</param>
/// <param name="CandidateShare">Share of the requests that a canary gets, 0 to 1.</param>
public sealed record RolloutSettings(RolloutStrategy Strategy, PodAmount MaxSurge, PodAmount MaxUnavailable, int CandidateReplicas = 0, double CandidateShare = 0)
{
    /// <summary>One pod after the other, each in the place of the last.</summary>
    public static RolloutSettings InPlace { get; } = new(RolloutStrategy.Rolling, new PodAmount(0, false), new PodAmount(1, false));
}
