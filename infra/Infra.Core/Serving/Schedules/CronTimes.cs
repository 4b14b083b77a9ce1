using System.Globalization;
using NodaTime;

namespace Infra.Core.Serving.Schedules;

/// <summary>
/// The times of a cron expression of five fields in a time zone, as KEDA's library has them (robfig/cron v3, standard parser): a time that a change of the clocks skips isn't one, and one that comes twice is one twice. Names of months and days, and <c>@</c> descriptors, are not read.
/// </summary>
internal sealed class CronTimes
{
    // The 29th of February of a leap year may be eight years away.
    private const int LongestDays = (8 * 366) + 1;

    private readonly bool[] _minutes;
    private readonly bool[] _hours;
    private readonly bool[] _days;
    private readonly bool[] _months;
    private readonly bool[] _weekdays;
    private readonly bool _takesEither;

    private CronTimes(string[] fields)
    {
        _minutes = Field(fields[0], 0, 59);
        _hours = Field(fields[1], 0, 23);
        _days = Field(fields[2], 1, 31);
        _months = Field(fields[3], 1, 12);
        _weekdays = Field(fields[4], 0, 6);
        // Where both the day of the month and that of the week are named, either will do.
        _takesEither = fields[2][0] != '*' && fields[4][0] != '*';
    }

    /// <summary>The times of an expression.</summary>
    /// <exception cref="FormatException">It is none of five numeric fields.</exception>
    public static CronTimes Of(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5 ? new CronTimes(fields) : throw new FormatException($"'{expression}' is no cron expression of five fields");
    }

    /// <summary>The first time after a moment; null where there is none.</summary>
    public Instant? Next(Instant after, DateTimeZone zone)
    {
        var date = after.InZone(zone).Date;
        for (var i = 0; i < LongestDays; i++, date = date.PlusDays(1))
        {
            if (Takes(date) && NextOf(date, after, zone) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private bool Takes(LocalDate date)
    {
        var (day, weekday) = (_days[date.Day], _weekdays[(int)date.DayOfWeek % 7]);
        return _months[date.Month] && (_takesEither ? day || weekday : day && weekday);
    }

    // By the clock on the wall the order may differ from the real one when an hour comes twice.
    private Instant? NextOf(LocalDate date, Instant after, DateTimeZone zone)
    {
        Instant? first = null;
        for (var hour = 0; hour < _hours.Length; hour++)
        {
            for (var minute = 0; _hours[hour] && minute < _minutes.Length; minute++)
            {
                if (!_minutes[minute])
                {
                    continue;
                }

                var mapping = zone.MapLocal(date.At(new LocalTime(hour, minute)));
                if (mapping.Count == 0)
                {
                    continue;
                }

                var time = mapping.First().ToInstant() > after ? mapping.First().ToInstant() : mapping.Last().ToInstant();
                first = time > after && !(time > first) ? time : first;
            }
        }

        return first;
    }

    private static bool[] Field(string field, int least, int most)
    {
        var values = new bool[most + 1];
        foreach (var part in field.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var alone] => (alone, 1),
                [var whole, var every] => (whole, Number(every, 1, most)),
                _ => throw Wrong(field),
            };
            var (from, to) = range.Split('-') switch
            {
                ["*"] => (least, most),
                [var one] => (Number(one, least, most), part.Contains('/', StringComparison.Ordinal) ? most : Number(one, least, most)),
                [var start, var end] => (Number(start, least, most), Number(end, least, most)),
                _ => throw Wrong(field),
            };
            for (var value = from; value <= to; value += step)
            {
                values[value] = true;
            }
        }

        return values;
    }

    private static int Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{text}' is no number between {least.ToString(CultureInfo.InvariantCulture)} and {most.ToString(CultureInfo.InvariantCulture)}");

    private static FormatException Wrong(string field) => new($"'{field}' is no field of a cron expression");
}
