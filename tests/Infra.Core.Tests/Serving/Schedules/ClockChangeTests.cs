using Infra.Core.Serving.Schedules;

namespace Infra.Core.Tests.Serving.Schedules;

public sealed class ClockChangeTests
{
    [Theory]
    [InlineData("Europe/Berlin", "last Sunday of March: 02:00 becomes 03:00", "last Sunday of October: 03:00 becomes 02:00")]
    [InlineData("America/New_York", "second Sunday of March: 02:00 becomes 03:00", "first Sunday of November: 02:00 becomes 01:00")]
    [InlineData("Australia/Sydney", "first Sunday of April: 03:00 becomes 02:00", "first Sunday of October: 02:00 becomes 03:00")]
    [InlineData("Asia/Jerusalem", "first Friday from 23 March: 02:00 becomes 03:00", "last Sunday of October: 02:00 becomes 01:00")]
    [InlineData("Africa/Cairo", "last Friday of April: 00:00 becomes 01:00", "last Thursday of October: 24:00 becomes 23:00")]
    [InlineData("Australia/Lord_Howe", "first Sunday of April: 02:00 becomes 01:30", "first Sunday of October: 02:00 becomes 02:30")]
    [InlineData("America/Nuuk", "first Saturday from 24 March: 23:00 becomes 24:00", "first Saturday from 24 October: 24:00 becomes 23:00")]
    [InlineData("Asia/Gaza", "on changing days, such as 2027-03-27: 02:00 becomes 03:00", "on changing days, such as 2027-10-30: 02:00 becomes 01:00")]
    [InlineData("Asia/Kolkata")]
    [InlineData("UTC")]
    public void Clocks_change_by_rules(string zone, params string[] rules) => Assert.Equal(rules, ClockChange.Of(zone).Select(change => change.ToString()));

    [Fact]
    public void The_database_is_that_of_the_package() => Assert.Equal("2026f", TimeZones.Release);

    [Theory]
    [InlineData("Europe/Berlin", null)]
    [InlineData("Etc/UTC", null)]
    [InlineData("Europe/Berln", "'Europe/Berln' is no time zone of the IANA (2026f); did you mean 'Europe/Berlin'?")]
    [InlineData("europe/berlin", "'europe/berlin' is no time zone of the IANA (2026f); did you mean 'Europe/Berlin'?")]
    [InlineData("W. Europe Standard Time", "'W. Europe Standard Time' is no time zone of the IANA (2026f); they are written such as Europe/Berlin, America/New_York or UTC")]
    public void Names_are_those_of_the_IANA(string name, string? problem) => Assert.Equal(problem, TimeZones.Problem(name));
}
