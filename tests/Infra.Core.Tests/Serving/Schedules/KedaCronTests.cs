using Infra.Core.Configuration;
using Infra.Core.Serving.Schedules;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Infra.Core.Tests.Serving.Schedules;

/// <summary>The triggers that we write against what KEDA does with them, over every change of clocks.</summary>
public sealed class KedaCronTests
{
    private static readonly ZoneLocalMappingResolver _second = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ThrowWhenSkipped);

    [Theory]
    // Dates of the changes: the rules of the zones, which ClockChangeTests has. A night over the skipped hour is an hour shorter …
    [InlineData("Europe/Berlin", "22:00", "06:00", "2027-03-27", "2027-03-27T21:00:00Z", "2027-03-28T04:00:00Z", 7)]
    [InlineData("America/New_York", "22:00", "06:00", "2027-03-13", "2027-03-14T03:00:00Z", "2027-03-14T10:00:00Z", 7)]
    [InlineData("Australia/Sydney", "22:00", "06:00", "2027-10-02", "2027-10-02T12:00:00Z", "2027-10-02T19:00:00Z", 7)]
    // … over the doubled hour an hour longer …
    [InlineData("Europe/Berlin", "22:00", "06:00", "2027-10-30", "2027-10-30T20:00:00Z", "2027-10-31T05:00:00Z", 9)]
    [InlineData("America/New_York", "22:00", "06:00", "2027-11-06", "2027-11-07T02:00:00Z", "2027-11-07T11:00:00Z", 9)]
    [InlineData("Australia/Sydney", "22:00", "06:00", "2027-04-03", "2027-04-03T11:00:00Z", "2027-04-03T20:00:00Z", 9)]
    // … by day nothing is different, but the hour of UTC …
    [InlineData("Europe/Berlin", "08:00", "18:00", "2027-03-28", "2027-03-28T06:00:00Z", "2027-03-28T16:00:00Z", 10)]
    [InlineData("America/New_York", "08:00", "18:00", "2027-11-07", "2027-11-07T13:00:00Z", "2027-11-07T23:00:00Z", 10)]
    [InlineData("Australia/Sydney", "08:00", "18:00", "2027-10-03", "2027-10-02T21:00:00Z", "2027-10-03T07:00:00Z", 10)]
    // … right after the skipped hour it opens at the change …
    [InlineData("Europe/Berlin", "03:00", "08:00", "2027-03-28", "2027-03-28T01:00:00Z", "2027-03-28T06:00:00Z", 5)]
    [InlineData("America/New_York", "03:00", "08:00", "2027-03-14", "2027-03-14T07:00:00Z", "2027-03-14T12:00:00Z", 5)]
    [InlineData("Australia/Sydney", "03:00", "08:00", "2027-10-03", "2027-10-02T16:00:00Z", "2027-10-02T21:00:00Z", 5)]
    // … and within the doubled hour it opens and closes at the second of the two times.
    [InlineData("Europe/Berlin", "02:30", "08:00", "2027-10-31", "2027-10-31T01:30:00Z", "2027-10-31T07:00:00Z", 5.5)]
    [InlineData("Europe/Berlin", "20:00", "02:30", "2027-10-30", "2027-10-30T18:00:00Z", "2027-10-31T01:30:00Z", 7.5)]
    [InlineData("America/New_York", "01:30", "08:00", "2027-11-07", "2027-11-07T06:30:00Z", "2027-11-07T13:00:00Z", 6.5)]
    [InlineData("Australia/Sydney", "20:00", "02:30", "2027-04-03", "2027-04-03T09:00:00Z", "2027-04-03T16:30:00Z", 7.5)]
    public void A_window_on_the_day_of_a_change(string zone, string from, string to, string date, string opens, string closes, double hours)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var trigger = Assert.Single(CronWindow.Of([new OfficeWindow(zone, [Day(day)], DayTime.Parse(from), DayTime.Parse(to))]));
        var keda = new KedaCron(zone, trigger.Start, trigger.End);
        var midnight = day.AtMidnight().InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();
        var open = Enumerable.Range(0, 2 * 24 * 60).Select(minute => midnight + Duration.FromMinutes(minute)).Where(keda.IsActive).ToList();

        Assert.Equal(InstantPattern.ExtendedIso.Parse(opens).Value, open[0]);
        Assert.Equal(InstantPattern.ExtendedIso.Parse(closes).Value, open[^1] + Duration.FromMinutes(1));
        Assert.Equal(Duration.FromHours(hours), Duration.FromMinutes(open.Count));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Sydney")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("America/Nuuk")]
    [InlineData("Asia/Beirut")]
    [InlineData("Asia/Gaza")]
    [InlineData("Pacific/Chatham")]
    [InlineData("Australia/Lord_Howe")]
    public void What_is_not_refused_KEDA_does_right(string name)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        var random = new Random(20);
        for (var i = 0; i < 12; i++)
        {
            var windows = Windows(name, random);
            var problems = new ConfigProblems();
            new OfficeHours([.. windows], 0).Check("officeHours", 1, problems);
            if (problems.Count > 0)
            {
                continue;
            }

            var triggers = CronWindow.Of(windows).Select(trigger => new KedaCron(name, trigger.Start, trigger.End)).ToList();
            var open = OpenTime.Of(windows);
            foreach (var time in AroundChanges(zone))
            {
                Assert.True(
                    IsOpen(zone, open, time) == triggers.Any(trigger => trigger.IsActive(time)),
                    $"{time.InZone(zone)}: {string.Join(", ", CronWindow.Of(windows))}");
            }
        }
    }

    private static DayOfWeek Day(LocalDate date) => (DayOfWeek)((int)date.DayOfWeek % 7);

    // One or two windows of whole half hours on any days.
    private static List<OfficeWindow> Windows(string zone, Random random) =>
    [
        .. Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
        {
            var days = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(2) == 0).DefaultIfEmpty(DayOfWeek.Friday);
            var from = random.Next(48);
            var to = (from + random.Next(1, 48)) % 48;
            return new OfficeWindow(zone, [.. days], 30 * from, 30 * (to == 0 ? 48 : to));
        }),
    ];

    private static IEnumerable<Instant> AroundChanges(DateTimeZone zone) =>
        from interval in zone.GetZoneIntervals(Instant.FromUtc(2028, 1, 1, 0, 0), Instant.FromUtc(2029, 1, 1, 0, 0)).Skip(1)
        from halfHour in Enumerable.Range(-2 * 48, 4 * 48)
        select interval.Start + Duration.FromMinutes(30 * halfHour);

    // By the calendar alone: the last opening before is not over yet.
    private static bool IsOpen(DateTimeZone zone, IEnumerable<OpenTime> open, Instant now)
    {
        var today = now.InZone(zone).Date;
        return open.Any(time => Enumerable.Range(-7, 9).Select(today.PlusDays).Where(date => Day(date) == time.Start.Day).Any(date =>
        {
            var start = date.AtMidnight().PlusMinutes(time.Start.MinuteOfDay);
            return start.InZone(zone, _second).ToInstant() <= now && now < start.PlusMinutes(time.Minutes).InZone(zone, _second).ToInstant();
        }));
    }
}
