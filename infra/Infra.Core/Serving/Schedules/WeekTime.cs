namespace Infra.Core.Serving.Schedules;

/// <summary>A time of the week as minutes since Sunday, 00:00, which is where cron's week begins.</summary>
/// <param name="Minute">0 to 10079.</param>
public readonly record struct WeekTime(int Minute)
{
    /// <summary>Minutes of a day.</summary>
    public const int MinutesOfDay = 24 * 60;

    /// <summary>Minutes of a week.</summary>
    public const int MinutesOfWeek = 7 * MinutesOfDay;

    /// <summary>Its day.</summary>
    public DayOfWeek Day => (DayOfWeek)(Minute / MinutesOfDay);

    /// <summary>Its minute of the day.</summary>
    public int MinuteOfDay => Minute % MinutesOfDay;

    /// <summary>So many minutes later, in the next week where that is.</summary>
    /// <param name="minutes">How many.</param>
    public WeekTime Plus(int minutes) => new((Minute + minutes) % MinutesOfWeek);

    /// <summary>The time of the week, such as <c>Monday 07:30</c>.</summary>
    public override string ToString() => $"{Day} {DayTime.Text(MinuteOfDay)}";
}
