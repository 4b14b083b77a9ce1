using System.Collections.Immutable;
using Infra.Core.Monitoring.Alerting.Wire;
using Infra.Core.Serving.Schedules;

namespace Infra.Core.Monitoring.Alerting;

/// <summary>
/// Office hours as Alertmanager's times of weekdays, in each zone's own time. A time there ends with its day: what goes on over midnight is two.
/// Clocks that change need no care: Alertmanager looks at the clock whenever it sends (timeinterval/timeinterval.go, ContainsTime).
/// </summary>
internal static class ActiveTimes
{
    public static NamedTimes Of(AlertReceiver receiver) => new(receiver.Name,
    [
        .. receiver.Hours
            .GroupBy(window => window.TimeZone, StringComparer.Ordinal)
            .SelectMany(zone => OpenTime.Of(zone)
                .SelectMany(Days)
                .GroupBy(day => (day.From, day.To), day => day.Day)
                .OrderBy(alike => alike.Key)
                .Select(alike => new WeeklyTimes(
                    [new DailyTime(DayTime.Text(alike.Key.From), DayTime.Text(alike.Key.To))], [.. alike.Order().Select(Name)], zone.Key))),
    ]);

    private static IEnumerable<(DayOfWeek Day, int From, int To)> Days(OpenTime open)
    {
        var (time, left) = (open.Start, open.Minutes);
        while (left > 0)
        {
            var minutes = Math.Min(left, WeekTime.MinutesOfDay - time.MinuteOfDay);
            yield return (time.Day, time.MinuteOfDay, time.MinuteOfDay + minutes);
            (time, left) = (time.Plus(minutes), left - minutes);
        }
    }

    private static string Name(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
