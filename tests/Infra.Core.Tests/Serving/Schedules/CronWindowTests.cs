using System.Collections.Immutable;
using Infra.Core.Serving.Schedules;

namespace Infra.Core.Tests.Serving.Schedules;

public sealed class CronWindowTests
{
    private static readonly ImmutableArray<DayOfWeek> _working = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
    private static readonly ImmutableArray<DayOfWeek> _all = [.. Enum.GetValues<DayOfWeek>()];

    [Fact]
    public void Working_days() => Assert.Equal(["Europe/Berlin: 30 7 * * 1-5 until 0 19 * * 1-5"], Triggers([Berlin(_working, "07:30", "19:00")]));

    [Fact]
    public void Over_midnight_the_end_is_a_day_later() => Assert.Equal(["Europe/Berlin: 0 22 * * 1-5 until 0 6 * * 2-6"], Triggers([Berlin(_working, "22:00", "06:00")]));

    [Fact]
    public void Over_the_end_of_the_week() => Assert.Equal(
        ["Europe/Berlin: 0 22 * * 5-6 until 0 6 * * 0,6"], Triggers([Berlin([DayOfWeek.Friday, DayOfWeek.Saturday], "22:00", "06:00")]));

    [Fact]
    public void Every_day() => Assert.Equal(["Europe/Berlin: 0 6 * * * until 0 22 * * *"], Triggers([Berlin(_all, "06:00", "22:00")]));

    [Fact]
    public void Whole_days_in_a_row_are_one_stretch() => Assert.Equal(["Europe/Berlin: 0 0 * * 1 until 0 0 * * 6"], Triggers([Berlin(_working, "00:00", "24:00")]));

    [Fact]
    public void Windows_that_meet_or_overlap_are_one() => Assert.Equal(
        ["Europe/Berlin: 0 8 * * 1 until 0 18 * * 1", "Europe/Berlin: 0 8 * * 2 until 0 20 * * 2"],
        Triggers(
        [
            Berlin([DayOfWeek.Monday, DayOfWeek.Tuesday], "08:00", "12:00"), Berlin([DayOfWeek.Monday], "12:00", "18:00"), Berlin([DayOfWeek.Tuesday], "11:00", "20:00"),
        ]));

    [Fact]
    public void Windows_of_different_hours_and_zones_are_triggers_of_their_own() => Assert.Equal(
        [
            "Europe/Berlin: 0 8 * * 1,3 until 0 18 * * 1,3", "Europe/Berlin: 0 10 * * 6 until 0 14 * * 6", "America/New_York: 0 9 * * 1-5 until 0 17 * * 1-5",
        ],
        Triggers(
        [
            Berlin([DayOfWeek.Saturday], "10:00", "14:00"), Berlin([DayOfWeek.Monday, DayOfWeek.Wednesday], "08:00", "18:00"),
            new OfficeWindow("America/New_York", _working, DayTime.Parse("09:00"), DayTime.Parse("17:00")),
        ]));

    [Fact]
    public void KEDA_reads_four_texts() => Assert.Equal(
        "desiredReplicas=3 end=0 19 * * 1-5 start=30 7 * * 1-5 timezone=Europe/Berlin",
        string.Join(" ", new CronWindow("Europe/Berlin", "30 7 * * 1-5", "0 19 * * 1-5").Metadata(3).Select(pair => $"{pair.Key}={pair.Value}")));

    private static IEnumerable<string> Triggers(IEnumerable<OfficeWindow> windows) =>
        CronWindow.Of(windows).Select(window => $"{window.TimeZone}: {window.Start} until {window.End}");

    private static OfficeWindow Berlin(ImmutableArray<DayOfWeek> days, string from, string to) => new("Europe/Berlin", days, DayTime.Parse(from), DayTime.Parse(to));
}
