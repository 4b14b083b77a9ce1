using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Rollouts;

/// <summary>
/// Replicas of a model while it is rolled out, at the moment when most of them exist. Stable and candidate stay as long as the configuration says so;
/// the surplus is there only while pods are replaced.
/// </summary>
/// <param name="Stable">Replicas of the stable model.</param>
/// <param name="Candidate">Replicas of the candidate; 0 without one.</param>
/// <param name="Surplus">Further replicas of the stable model, until those that they replace have gone.</param>
public sealed record RolloutPeak(int Stable, int Candidate, int Surplus)
{
    /// <summary>All of them.</summary>
    public int Replicas => Stable + Candidate + Surplus;

    /// <summary>The peak of a strategy on a backend.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="backend">What keeps the pods running.</param>
    /// <param name="stable">Most replicas of the stable model.</param>
    /// <param name="candidate">Most replicas of the candidate, at its largest weight; 0 without one.</param>
    /// <param name="maxSurge">Pods that a rolling update may add.</param>
    public static RolloutPeak Of(RolloutStrategy strategy, ServingBackend backend, int stable, int candidate, int maxSurge)
    {
        var surplus = (strategy, backend) switch
        {
            // A change waits for somebody who deletes the cluster.
            (RolloutStrategy.OnDelete, _) => 0,
            // The second cluster has all replicas before the first one goes. That also is how a candidate becomes the stable model.
            (_, ServingBackend.Ray) => stable,
            _ => Math.Max(Math.Min(maxSurge, stable), BackendUpdates.Spare(backend, stable)),
        };
        return new RolloutPeak(stable, candidate, surplus);
    }
}
