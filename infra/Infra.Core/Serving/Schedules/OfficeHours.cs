using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Core.Serving.Schedules;

/// <summary>When a model has to have its fewest replicas, and what remains of it at other times.</summary>
/// <param name="Windows">When it is needed; windows may overlap.</param>
/// <param name="Outside">Fewest replicas at other times; with 0 the model sleeps as soon as nothing else keeps it awake.</param>
public sealed record OfficeHours(ImmutableArray<OfficeWindow> Windows, int Outside)
{
    /// <summary>The triggers that open the windows.</summary>
    public ImmutableArray<CronWindow> Triggers => CronWindow.Of(Windows);

    /// <summary>Names of the zones, in the order of the windows.</summary>
    public IEnumerable<string> Zones => Windows.Select(window => window.TimeZone).Distinct(StringComparer.Ordinal);

    /// <summary>Adds what can't be: hours that change nothing, and what KEDA's cron gets wrong when clocks change.</summary>
    /// <param name="path">Path of the office hours.</param>
    /// <param name="min">Fewest replicas of the model, which it has within the hours.</param>
    /// <param name="problems">Where problems go.</param>
    public void Check(string path, int min, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (Outside >= min)
        {
            problems.Add(
                ConfigPath.Key(path, "outside"),
                $"{Outside} is not less than min, which is {min}; office hours would change nothing: raise min, the fewest replicas within the hours, or remove officeHours");
        }

        foreach (var zone in Windows.GroupBy(window => window.TimeZone, StringComparer.Ordinal).Where(zone => TimeZones.Problem(zone.Key) is null))
        {
            foreach (var problem in Problems(zone.Key, OpenTime.Of(zone)))
            {
                problems.Add(ConfigPath.Key(path, "windows"), problem);
            }
        }
    }

    private static IEnumerable<string> Problems(string zone, ImmutableArray<OpenTime> times)
    {
        if (times.IsEmpty)
        {
            return [$"they fill the whole week in {zone}; remove officeHours, min always holds without it"];
        }

        var changes = ClockChange.Of(zone);
        return changes.Where(change => !change.IsWholeHours).Select(change =>
                $"the clocks of {zone} don't change from one whole hour to another ({change}), which KEDA's cron scaler counts wrong; use a zone without that, such as UTC")
            .Concat(changes.SelectMany(change => Skipped(zone, times, change)))
            .Concat(changes.Where(change => change.SkipsMidnight).SelectMany(change => OverMidnight(zone, times, change)));
    }

    // Cron would take the next such day: a week too late or, at an end, closed for a week before.
    private static IEnumerable<string> Skipped(string zone, ImmutableArray<OpenTime> times, ClockChange change) =>
        from edge in times.SelectMany(time => new[] { time.Start, time.End }).Distinct()
        where change.Skips(edge.Day, edge.MinuteOfDay)
        select $"{edge} doesn't exist in {zone} on one day of the year ({change}), and KEDA's cron scaler would wait for the next {edge.Day}; use a time before {DayTime.Text(change.From)} or from {DayTime.Text(change.To)} on";

    private static IEnumerable<string> OverMidnight(string zone, ImmutableArray<OpenTime> times, ClockChange change) =>
        from time in times
        where time.Start.MinuteOfDay + time.Minutes >= WeekTime.MinutesOfDay
        select $"from {time.Start} to {time.End} is over midnight, which {zone} doesn't have on one day of the year ({change}), and KEDA's cron scaler takes a wrong day then; end windows by 23:59, or use a zone that has every midnight, such as UTC";
}
