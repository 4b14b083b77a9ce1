using Infra.Core.Batch;

namespace Infra.Core.Tests.Batch;

public sealed class TimeZoneNameTests
{
    [Theory]
    [InlineData("UTC", true)]
    [InlineData("Etc/UTC", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Port-au-Prince", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("PST", false)]
    [InlineData("Europe", false)]
    [InlineData("europe/berlin", false)]
    [InlineData("UTC+2", false)]
    [InlineData("Europe/Berlin\n", false)]
    [InlineData("", false)]
    public void A_place_and_no_abbreviation(string name, bool isAccepted) => Assert.Equal(isAccepted, TimeZoneName.Accepts(name));
}
