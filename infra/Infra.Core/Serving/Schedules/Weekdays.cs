using System.Collections.Immutable;

namespace Infra.Core.Serving.Schedules;

/// <summary>Days of the week.</summary>
public static class Weekdays
{
    /// <summary>Monday to Friday.</summary>
    public static ImmutableArray<Weekday> Working { get; } = [Weekday.Monday, Weekday.Tuesday, Weekday.Wednesday, Weekday.Thursday, Weekday.Friday];

    /// <summary>The day as .NET and cron count it: the week begins on Sunday.</summary>
    public static DayOfWeek ToDayOfWeek(this Weekday day) => (DayOfWeek)(((int)day + 1) % 7);

    /// <summary>The day of .NET as configuration writes it.</summary>
    public static Weekday ToWeekday(this DayOfWeek day) => (Weekday)(((int)day + 6) % 7);
}
