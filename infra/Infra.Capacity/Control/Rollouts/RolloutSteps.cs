using Infra.Capacity.Platform;
using Infra.Core.Serving.Rollouts;

namespace Infra.Capacity.Control;

/// <summary>
/// How an update goes on. Rolling: as the controller of Deployments does (kubernetes/kubernetes, pkg/controller/deployment/rolling.go and util/deployment_util.go, NewRSNewReplicas, ResolveFenceposts); LeaderWorkerSet replaces groups by the same two numbers. Blue-green and
/// canary: as docs/rollouts.md has it.
/// </summary>
public static class RolloutSteps
{
    /// <summary>The next step; to be asked again whenever a replica becomes ready or is gone.</summary>
    /// <param name="settings">How.</param>
    /// <param name="now">How far it is.</param>
    public static RolloutStep Next(RolloutSettings settings, RolloutObservation now)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Strategy switch
        {
            RolloutStrategy.Rolling => Rolling(settings, now),
            RolloutStrategy.BlueGreen => BlueGreen(now),
            RolloutStrategy.Canary => Canary(settings, now),
            // Whoever is lost comes again as the new version.
            _ => new RolloutStep(Math.Min(now.Old, now.Desired), Math.Max(0, now.Desired - now.Old), null, now.Old == 0),
        };
    }

    private static RolloutStep Rolling(RolloutSettings settings, RolloutObservation now)
    {
        var (surge, unavailable) = (settings.MaxSurge.RoundedUp(now.Desired), settings.MaxUnavailable.RoundedDown(now.Desired));
        // Both may be 0 once percents are pods; then nothing would ever move.
        unavailable = surge == 0 && unavailable == 0 ? 1 : unavailable;
        var added = Math.Min(now.Desired + surge - now.Old - now.New, now.Desired - now.New);
        // More than are asked for by now are too many at once, whatever the rest does.
        var created = Math.Min(now.Desired, now.New + Math.Max(0, added));
        var old = now.Old - Removed(now, created, Math.Max(0, now.Desired - unavailable));
        return new RolloutStep(old, created, null, old == 0 && now.Old == 0 && now.NewReady >= now.Desired);
    }

    // Those that don't serve go first, whatever the rest does; of those that serve as many as may be missing.
    private static int Removed(RolloutObservation now, int created, int leastReady)
    {
        var mayGo = now.Old + created - leastReady - (created - now.NewReady);
        if (mayGo <= 0)
        {
            return 0;
        }

        var unhealthy = Math.Min(mayGo, now.Old - now.OldReady);
        return unhealthy + Math.Clamp(now.OldReady + now.NewReady - leastReady, 0, now.Old - unhealthy);
    }

    // Both run in full, as their autoscalers have it, and then one has all requests.
    private static RolloutStep BlueGreen(RolloutObservation now) => now.New >= now.Desired && now.NewReady >= now.Desired
        ? new RolloutStep(0, now.Desired, 1, now.Old == 0)
        : new RolloutStep(now.Old == 0 ? 0 : now.Desired, now.Desired, 0, false);

    // The candidate stays beside the stable model until somebody decides.
    private static RolloutStep Canary(RolloutSettings settings, RolloutObservation now) =>
        new(now.Desired, settings.CandidateReplicas, now.NewReady > 0 ? settings.CandidateShare : 0, false);
}
