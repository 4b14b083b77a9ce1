using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace Infra.Core.Serving.Schedules;

/// <summary>
/// Open times as KEDA's <c>cron</c> scaler takes them. It is open exactly while its next end comes no later than its next start (kedacore/keda, pkg/scalers/cron_scaler.go at 8b4f083c): one trigger may hold any number of stretches,
/// over midnight and over the end of the week, as long as they don't meet.
/// </summary>
/// <param name="TimeZone">Name of the zone at the IANA.</param>
/// <param name="Start">When it opens, as a cron expression.</param>
/// <param name="End">When it closes, as a cron expression.</param>
public sealed record CronWindow(string TimeZone, string Start, string End)
{
    /// <summary>Name of KEDA's scaler.</summary>
    public const string Scaler = "cron";

    /// <summary>The scaler's metadata.</summary>
    /// <param name="replicas">Fewest replicas while it is open; other triggers may ask for more.</param>
    public ImmutableSortedDictionary<string, string> Metadata(int replicas) => ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("timezone", TimeZone),
        KeyValuePair.Create("start", Start),
        KeyValuePair.Create("end", End),
        KeyValuePair.Create("desiredReplicas", replicas.ToString(CultureInfo.InvariantCulture)),
    ]);

    /// <summary>The fewest triggers that are open in all windows.</summary>
    /// <param name="windows">Windows of any zones.</param>
    public static ImmutableArray<CronWindow> Of(IEnumerable<OfficeWindow> windows) =>
    [
        .. windows
            .GroupBy(window => window.TimeZone, StringComparer.Ordinal)
            .SelectMany(zone => OpenTime.Of(zone)
                .GroupBy(open => (From: open.Start.MinuteOfDay, open.Minutes))
                .Select(alike => new CronWindow(zone.Key, Expression(alike.Select(open => open.Start)), Expression(alike.Select(open => open.End))))),
    ];

    /// <summary>Whether it is open: its next end comes no later than its next start. KEDA compares them at the moment when it looks.</summary>
    /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <exception cref="FormatException">An expression is not of five numeric fields.</exception>
    public bool IsOpenAt(long unixSeconds)
    {
        var (zone, now) = (TimeZones.Of(TimeZone), Instant.FromUnixTimeSeconds(unixSeconds));
        var (start, end) = (CronTimes.Of(Start).Next(now, zone), CronTimes.Of(End).Next(now, zone));
        return end is not null && !(start < end);
    }

    private static string Expression(IEnumerable<WeekTime> times)
    {
        var days = times.Select(time => time.Day).ToHashSet();
        var minute = times.First().MinuteOfDay;
        return string.Create(CultureInfo.InvariantCulture, $"{minute % 60} {minute / 60} * * {Days(days)}");
    }

    private static string Days(HashSet<DayOfWeek> days)
    {
        if (days.Count == 7)
        {
            return "*";
        }

        var starts = days.Where(day => !days.Contains(day - 1)).Order();
        return string.Join(",", starts.Select(start => Range(days, start)));
    }

    private static string Range(HashSet<DayOfWeek> days, DayOfWeek start)
    {
        var end = start;
        while (days.Contains(end + 1))
        {
            end++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(int)start}{(end == start ? "" : $"-{(int)end}")}");
    }
}
