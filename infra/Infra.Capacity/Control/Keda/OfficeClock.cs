using Infra.Core.Serving.Schedules;

namespace Infra.Capacity.Control;

/// <summary>The time of the week that a simulation's time is.</summary>
/// <param name="startSeconds">Seconds since 1970-01-01T00:00:00Z at which the simulation begins.</param>
public sealed class OfficeClock(long startSeconds)
{
    private const long Second = 1_000_000;

    /// <summary>Whether a window is open.</summary>
    /// <param name="window">The window.</param>
    /// <param name="nowMicros">Microseconds since the simulation began.</param>
    public bool IsOpen(CronWindow window, long nowMicros)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.IsOpenAt(startSeconds + (nowMicros / Second));
    }
}
