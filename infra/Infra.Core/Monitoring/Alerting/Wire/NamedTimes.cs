using System.Collections.Immutable;

namespace Infra.Core.Monitoring.Alerting.Wire;

/// <summary>Times that routes name.</summary>
/// <param name="Name">Their name.</param>
/// <param name="TimeIntervals">The times; it is one of them.</param>
public sealed record NamedTimes(string Name, ImmutableArray<WeeklyTimes> TimeIntervals);

/// <summary>Times of days of every week.</summary>
/// <param name="Times">From when until when.</param>
/// <param name="Weekdays">On which days.</param>
/// <param name="Location">In which zone of the IANA; the image brings the database (prometheus/busybox, glibc/Dockerfile).</param>
public sealed record WeeklyTimes(ImmutableArray<DailyTime> Times, ImmutableArray<string> Weekdays, string Location);

/// <summary>A time of a day.</summary>
/// <param name="StartTime">Its first minute, such as 08:00.</param>
/// <param name="EndTime">The minute after its last, 24:00 for the day's end.</param>
public sealed record DailyTime(string StartTime, string EndTime);
