using System.Collections.Immutable;

namespace Infra.Core.Serving.Schedules;

/// <summary>A time in which a model is needed.</summary>
/// <param name="TimeZone">Name of its time zone at the IANA.</param>
/// <param name="Days">Days of the week on which it begins.</param>
/// <param name="From">When it begins, in minutes of the day.</param>
/// <param name="To">When it ends, in minutes of the day, 1440 for its end; on the next day if that isn't later than <paramref name="From"/>.</param>
public sealed record OfficeWindow(string TimeZone, ImmutableArray<DayOfWeek> Days, int From, int To)
{
    /// <summary>How long it is, in minutes.</summary>
    public int Minutes => To > From ? To - From : To - From + WeekTime.MinutesOfDay;
}
