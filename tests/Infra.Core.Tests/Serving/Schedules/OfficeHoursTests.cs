using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Core.Serving.Schedules;

namespace Infra.Core.Tests.Serving.Schedules;

public sealed class OfficeHoursTests
{
    private static readonly ImmutableArray<DayOfWeek> _all = [.. Enum.GetValues<DayOfWeek>()];

    [Fact]
    public void Hours_that_change_nothing() => Assert.Equal(
        ["m.officeHours.outside: 2 is not less than min, which is 2; office hours would change nothing: raise min, the fewest replicas within the hours, or remove officeHours"],
        Problems("UTC", [DayOfWeek.Monday], "08:00", "18:00", outside: 2));

    [Fact]
    public void Hours_without_end() => Assert.Equal(
        ["m.officeHours.windows: they fill the whole week in UTC; remove officeHours, min always holds without it"], Problems("UTC", _all, "12:00", "12:00"));

    [Fact]
    public void An_end_in_the_skipped_hour() => Assert.Equal(
        [
            "m.officeHours.windows: Sunday 02:30 doesn't exist in Europe/Berlin on one day of the year (last Sunday of March: 02:00 becomes 03:00), and KEDA's cron scaler would wait for the next Sunday; "
            + "use a time before 02:00 or from 03:00 on",
        ],
        Problems("Europe/Berlin", [DayOfWeek.Saturday], "22:00", "02:30"));

    [Fact]
    public void The_same_hour_on_days_without_a_change_is_fine() => Assert.Empty(Problems("Europe/Berlin", [DayOfWeek.Monday, DayOfWeek.Friday], "22:00", "02:30"));

    [Fact]
    public void The_doubled_hour_is_fine() => Assert.Empty(Problems("America/New_York", [DayOfWeek.Saturday], "22:00", "01:30"));

    [Fact]
    public void Clocks_that_change_by_half_an_hour() => Assert.Equal(
        [
            "m.officeHours.windows: the clocks of Australia/Lord_Howe don't change from one whole hour to another (first Sunday of April: 02:00 becomes 01:30), which KEDA's cron scaler counts wrong; use a zone without that, such as UTC",
            "m.officeHours.windows: the clocks of Australia/Lord_Howe don't change from one whole hour to another (first Sunday of October: 02:00 becomes 02:30), which KEDA's cron scaler counts wrong; use a zone without that, such as UTC",
        ],
        Problems("Australia/Lord_Howe", [DayOfWeek.Monday], "08:00", "18:00"));

    [Fact]
    public void A_midnight_that_is_left_out() => Assert.Equal(
        [
            "m.officeHours.windows: from Monday 22:00 to Tuesday 06:00 is over midnight, which Africa/Cairo doesn't have on one day of the year (last Friday of April: 00:00 becomes 01:00), and KEDA's cron scaler takes a wrong day then; "
            + "end windows by 23:59, or use a zone that has every midnight, such as UTC",
        ],
        Problems("Africa/Cairo", [DayOfWeek.Monday], "22:00", "06:00"));

    [Fact]
    public void By_day_such_a_zone_is_fine() => Assert.Empty(Problems("Africa/Cairo", _all, "08:00", "18:00"));

    private static IEnumerable<string> Problems(string zone, ImmutableArray<DayOfWeek> days, string from, string to, int outside = 0)
    {
        var problems = new ConfigProblems();
        new OfficeHours([new OfficeWindow(zone, days, DayTime.Parse(from), DayTime.Parse(to))], outside).Check("m.officeHours", 2, problems);
        return problems.All.Select(problem => $"{problem.Path}: {problem.Message}");
    }
}
