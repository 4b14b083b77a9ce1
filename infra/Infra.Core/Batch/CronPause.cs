namespace Infra.Core.Batch;

/// <summary>How long a cron expression pauses at most; what clock changes add isn't counted.</summary>
public static class CronPause
{
    private const int MinutesOfDay = 24 * 60;

    // Every date comes within them, leap days and all, on some day of the week.
    private static readonly DateOnly _first = new(2000, 1, 1);
    private static readonly DateOnly _last = new(2012, 12, 31);

    /// <summary>Longest time from one run to the next; null where it never runs.</summary>
    /// <param name="cron">An expression without a <see cref="CronSchedule.Problem"/>, which doesn't name both kinds of days.</param>
    public static TimeSpan? Longest(string cron)
    {
        var (minute, hour, day, month, weekday) = CronSchedule.Times(cron);
        var days = Enumerable.Range(_first.DayNumber, _last.DayNumber - _first.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .Where(date => month.Contains(date.Month) && day.Contains(date.Day) && weekday.Contains((int)date.DayOfWeek))
            .Select(date => date.DayNumber).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var minutes = hour.SelectMany(_ => minute, (hours, more) => (hours * 60) + more).ToList();
        var within = minutes.Zip(minutes.Skip(1), (one, next) => next - one);
        var between = days.Zip(days.Skip(1), (one, next) => ((next - one) * MinutesOfDay) - minutes[^1] + minutes[0]);
        return TimeSpan.FromMinutes(within.Concat(between).Max());
    }
}
