namespace Infra.Capacity.Control;

/// <summary>
/// Ray Serve's autoscaler, which counts replicas by requests in work and waiting (docs.ray.io, "Ray Serve Autoscaling"; ray-project/ray, python/ray/serve/autoscaling_policy.py at 00590c45). Ray counts its looks, of which there are
/// ten in a second; here the time counts that they take.
/// </summary>
/// <param name="settings">How it is set.</param>
public sealed class RayScaler(RayScalerSettings settings)
{
    /// <summary>How it is set.</summary>
    public RayScalerSettings Settings { get; } = settings;

    /// <summary>One look.</summary>
    /// <param name="state">What it remembers.</param>
    /// <param name="nowMicros">Now.</param>
    /// <param name="target">Replicas that it asked for last.</param>
    /// <param name="ongoing">Requests in work and waiting, on average over <see cref="RayScalerSettings.LookBackMicros"/>.</param>
    public (RayScalerState State, ScaleDecision Decision) Decide(RayScalerState state, long nowMicros, int target, double ongoing)
    {
        var wanted = (int)Math.Min(int.MaxValue, Math.Ceiling(ongoing / Settings.TargetOngoing));
        var bounded = Math.Clamp(wanted, Settings.Min, Settings.Max);
        var direction = bounded.CompareTo(target);
        if (direction == 0)
        {
            return (default, new ScaleDecision(target, wanted > bounded ? ScaleReason.AtMost : wanted < bounded ? ScaleReason.AtLeast : ScaleReason.OnTarget));
        }

        var since = state.Direction == direction ? state.SinceMicros : nowMicros;
        return nowMicros - since >= (direction > 0 ? Settings.UpscaleDelayMicros : Settings.DownscaleDelayMicros)
            ? (default, new ScaleDecision(bounded, ScaleReason.Metrics))
            : (new RayScalerState(direction, since), new ScaleDecision(target, ScaleReason.Stabilised));
    }
}
