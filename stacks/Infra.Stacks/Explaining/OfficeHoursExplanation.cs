using Infra.Core.Serving.Autoscaling;
using Infra.Core.Serving.Schedules;

namespace Infra.Stacks.Explaining;

/// <summary>When a model has its fewest replicas, in local time, and what changes of clocks do to that. Rules and not dates: there is no clock here.</summary>
internal static class OfficeHoursExplanation
{
    /// <summary>The hours; nothing for a model without.</summary>
    public static IEnumerable<ExplanationSection> Of(AutoscalingSpec? spec)
    {
        if (spec?.OfficeHours is not { } hours)
        {
            yield break;
        }

        yield return new ExplanationSection("Office hours",
        [
            .. hours.Zones.SelectMany(zone => Open(zone, hours)),
            new("outside", hours.Outside, "", hours.Outside == 0 ? "the model sleeps once it has nothing to do" : "fewest replicas at other times"),
            .. hours.Triggers.Select(trigger => ExplanationLine.Of(
                CronWindow.Scaler, $"{trigger.Start} until {trigger.End}", $"trigger of KEDA in {trigger.TimeZone}: at least {spec.Min}, as long as its next end comes before its next start")),
            .. hours.Zones.SelectMany(Changes),
        ]);
    }

    private static IEnumerable<ExplanationLine> Open(string zone, OfficeHours hours)
    {
        var changes = ClockChange.Of(zone);
        return OpenTime.Of(hours.Windows.Where(window => window.TimeZone == zone))
            .GroupBy(time => (From: time.Start.MinuteOfDay, time.Minutes))
            .Select(alike => ExplanationLine.Of("open", Span(alike.Key.From, alike.Key.Minutes), $"{zone}: {string.Join(", ", alike.Select(time => time.Start.Day))}{string.Concat(Doubled(alike, changes))}"));
    }

    private static string Span(int from, int minutes)
    {
        var (days, end) = Math.DivRem(from + minutes, WeekTime.MinutesOfDay);
        return $"{DayTime.Text(from)} to {DayTime.Text(end)}{(days == 0 ? "" : days == 1 ? " of the next day" : FormattableString.Invariant($" {days} days later"))}";
    }

    private static IEnumerable<string> Doubled(IEnumerable<OpenTime> times, IEnumerable<ClockChange> changes) =>
        from time in times
        from change in changes
        from edge in new[] { (Verb: "opens", At: time.Start), (Verb: "closes", At: time.End) }
        where change.Doubles(edge.At.Day, edge.At.MinuteOfDay)
        select $"; {edge.Verb} at the second {edge.At} when there are two";

    private static IEnumerable<ExplanationLine> Changes(string zone)
    {
        var changes = ClockChange.Of(zone);
        return changes.IsEmpty
            ? [ExplanationLine.Of("clock", "never changes", $"{zone}, IANA {TimeZones.Release}")]
            : changes.Select(change => ExplanationLine.Of(
                "clock", $"{change}", $"{zone}, IANA {TimeZones.Release}; a window over it is {(change.IsForward ? "shorter" : "longer")} on that day"));
    }
}
