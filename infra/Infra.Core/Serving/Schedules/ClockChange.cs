using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Infra.Core.Serving.Schedules;

/// <summary>How a zone's clocks change every year: one rule, not a date, so that it holds whenever it is read.</summary>
/// <param name="Day">When, such as "last Sunday of March".</param>
/// <param name="Weekdays">Days of the week on which it happens.</param>
/// <param name="From">What the clocks show before, in minutes of the day.</param>
/// <param name="To">What they show after, in minutes of the same day; 1440 for its end.</param>
public sealed record ClockChange(string Day, ImmutableArray<DayOfWeek> Weekdays, int From, int To)
{
    // The database is of 2026. After 28 years every date falls on the same day of the week again; one year may still be an exception.
    private const int FirstYear = 2027;
    private const int Years = 28;
    private const int MinutesOfDay = 24 * 60;

    /// <summary>Whether the clocks go forward, so that some minutes don't exist.</summary>
    public bool IsForward => To > From;

    /// <summary>Whether they change from one whole hour to another.</summary>
    public bool IsWholeHours => From % 60 == 0 && To % 60 == 0;

    /// <summary>Whether there is a day without a 00:00.</summary>
    public bool SkipsMidnight => IsForward && From == 0;

    /// <summary>Whether the change leaves a minute of such a day out.</summary>
    /// <param name="day">Day of the week.</param>
    /// <param name="minute">Minute of the day.</param>
    public bool Skips(DayOfWeek day, int minute) => IsForward && Weekdays.Contains(day) && minute >= From && minute < To;

    /// <summary>Whether the change has a minute of such a day twice.</summary>
    /// <param name="day">Day of the week.</param>
    /// <param name="minute">Minute of the day.</param>
    public bool Doubles(DayOfWeek day, int minute) => !IsForward && Weekdays.Contains(day) && minute >= To && minute < From;

    /// <summary>The rule as a sentence without its end.</summary>
    public override string ToString() => $"{Day}: {DayTime.Text(From)} becomes {DayTime.Text(To)}";

    /// <summary>The rules of a zone; none where its clocks never change.</summary>
    /// <param name="timeZone">Name that <see cref="TimeZones.Problem"/> has nothing against.</param>
    public static ImmutableArray<ClockChange> Of(string timeZone)
    {
        var zone = TimeZones.Of(timeZone);
        var from = Instant.FromUtc(FirstYear, 1, 1, 0, 0);
        var changes = zone.GetZoneIntervals(from, Instant.FromUtc(FirstYear + Years, 1, 1, 0, 0))
            .Where(interval => interval.HasStart && interval.Start > from)
            .Select(interval => (Before: Before(zone, interval.Start), After: interval.IsoLocalStart))
            .Where(change => change.Before != change.After)
            .Select(change => (Date: Date(change.Before, change.After), change.Before, change.After));
        return
        [
            .. changes
                .GroupBy(change => (From: Minute(change.Before, change.Date), To: Minute(change.After, change.Date)), change => change.Date)
                .Select(group => new ClockChange(Rule([.. group]), [.. group.Select(DayOf).Distinct().Order()], group.Key.From, group.Key.To)),
        ];
    }

    private static LocalDateTime Before(DateTimeZone zone, Instant change) =>
        change.WithOffset(zone.GetUtcOffset(change - Duration.Epsilon)).LocalDateTime;

    // 24:00 of a day and not 00:00 of the next one, where the minutes in question are that day's.
    private static LocalDate Date(LocalDateTime before, LocalDateTime after) => before < after ? before.Date : after.Date;

    private static int Minute(LocalDateTime time, LocalDate date) =>
        (int)(Period.DaysBetween(date, time.Date) * MinutesOfDay) + (time.Hour * 60) + time.Minute;

    private static string Rule(IReadOnlyList<LocalDate> dates)
    {
        var (month, weekday) = (dates[0].Month, dates[0].DayOfWeek);
        if (dates.Count < Years - 1 || dates.Any(date => date.Month != month || date.DayOfWeek != weekday))
        {
            return string.Create(CultureInfo.InvariantCulture, $"on changing days, such as {dates[0]:uuuu-MM-dd}");
        }

        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        if (dates.All(date => date.PlusWeeks(1).Month != month))
        {
            return $"last {weekday} of {name}";
        }

        // The first day that it can be, which is the first, second, … of its kind or comes after a fixed day of the month.
        var first = dates.Min(date => date.Day);
        return first % 7 == 1 ? $"{_ordinals[first / 7]} {weekday} of {name}" : string.Create(CultureInfo.InvariantCulture, $"first {weekday} from {first} {name}");
    }

    private static readonly ImmutableArray<string> _ordinals = ["first", "second", "third", "fourth", "fifth"];

    private static DayOfWeek DayOf(LocalDate date) => (DayOfWeek)((int)date.DayOfWeek % 7);
}
