using NodaTime;

namespace Infra.Core.Tests.Serving.Schedules;

/// <summary>
/// What KEDA's cron scaler does, as its source and its library's say: kedacore/keda 2.20, pkg/scalers/cron_scaler.go at 8b4f083c, and robfig/cron 3.0.1, spec.go (SpecSchedule.Next), with Go's rules for times that don't exist or exist
/// twice (package time, Date and AddDate). Expressions are those that we write: a minute, an hour, days of the week.
/// </summary>
internal sealed class KedaCron(string timeZone, string start, string end)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[timeZone];

    /// <summary>Whether the trigger is active.</summary>
    public bool IsActive(Instant now) => Next(end, now) <= Next(start, now);

    // The first whole minute after now that agrees. Each field is brought to agree in turn; whoever carries into the field before starts again.
    private Instant Next(string expression, Instant now)
    {
        var fields = expression.Split(' ');
        var (minute, hour, days) = (int.Parse(fields[0]), int.Parse(fields[1]), Days(fields[4]));
        var time = (now + Duration.FromMinutes(1)).InZone(_zone);
        var added = false;
        for (var i = 0; i < 100; i++)
        {
            if (ToDay(ref time, ref added, days) && ToHour(ref time, ref added, hour) && ToMinute(ref time, minute))
            {
                return time.ToInstant();
            }
        }

        throw new InvalidOperationException($"'{expression}' never comes");
    }

    private bool ToDay(ref ZonedDateTime time, ref bool added, HashSet<IsoDayOfWeek> days)
    {
        while (!days.Contains(time.DayOfWeek))
        {
            time = Date((added ? time.LocalDateTime : time.Date.AtMidnight()).PlusDays(1));
            added = true;
            if (time.Hour != 0)
            {
                time = time.PlusHours(time.Hour > 12 ? 24 - time.Hour : -time.Hour);
            }

            if (time.Day == 1)
            {
                return false;
            }
        }

        return true;
    }

    private bool ToHour(ref ZonedDateTime time, ref bool added, int hour)
    {
        while (time.Hour != hour)
        {
            time = (added ? time : Date(time.Date.At(new LocalTime(time.Hour, 0)))).PlusHours(1);
            added = true;
            if (time.Hour == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool ToMinute(ref ZonedDateTime time, int minute)
    {
        while (time.Minute != minute)
        {
            time = time.PlusMinutes(1);
            if (time.Minute == 0)
            {
                return false;
            }
        }

        return true;
    }

    // Go takes the offset of the local time as if it were UTC, and if that isn't the one then, the offset that is.
    private ZonedDateTime Date(LocalDateTime local)
    {
        var asUtc = local.InUtc().ToInstant();
        var interval = _zone.GetZoneInterval(asUtc);
        var guess = asUtc - Duration.FromMilliseconds(interval.WallOffset.Milliseconds);
        return interval.WallOffset != Offset.Zero && !interval.Contains(guess)
            ? (asUtc - Duration.FromMilliseconds(_zone.GetUtcOffset(guess).Milliseconds)).InZone(_zone)
            : guess.InZone(_zone);
    }

    private static HashSet<IsoDayOfWeek> Days(string field) => field == "*"
        ? [.. Enum.GetValues<IsoDayOfWeek>()]
        : [.. field.Split(',').Select(part => part.Split('-')).SelectMany(ends => Enumerable.Range(ends[0][0] - '0', ends[^1][0] - ends[0][0] + 1)).Select(day => day == 0 ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)day)];
}
