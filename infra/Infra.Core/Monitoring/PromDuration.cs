using System.Globalization;

namespace Infra.Core.Monitoring;

/// <summary>Times as Prometheus writes them.</summary>
public static class PromDuration
{
    /// <summary>A whole number of the largest unit that fits: <c>90s</c>, <c>5m</c>, <c>6h</c>, <c>3d</c>.</summary>
    /// <param name="time">Whole seconds.</param>
    public static string Text(TimeSpan time)
    {
        if (time < TimeSpan.Zero || time.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            throw new ArgumentException($"{time} is no whole number of seconds.", nameof(time));
        }

        var seconds = (long)time.TotalSeconds;
        var (unit, text) = seconds switch
        {
            0 => (1, "s"),
            _ when seconds % 86_400 == 0 => (86_400, "d"),
            _ when seconds % 3600 == 0 => (3600, "h"),
            _ when seconds % 60 == 0 => (60, "m"),
            _ => (1, "s"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / unit}{text}");
    }
}
