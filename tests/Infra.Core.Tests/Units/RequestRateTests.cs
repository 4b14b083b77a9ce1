using Infra.Core.Capacity;

namespace Infra.Core.Tests.Units;

public sealed class RequestRateTests
{
    [Theory]
    [InlineData("10/s", 10, "10/s")]
    [InlineData("90/min", 1.5, "1.5/s")]
    [InlineData("6/min", 0.1, "6/min")]
    [InlineData("2.5/h", 2.5 / 3600, "2.5/h")]
    [InlineData("60/h", 1.0 / 60, "1/min")]
    [InlineData("1000000/s", 1_000_000, "1000000/s")]
    public void Reads_requests_in_a_time_and_shows_the_largest_unit(string text, double perSecond, string shown)
    {
        Assert.True(RequestRate.TryParse(text, out var rate));
        Assert.Equal((perSecond, shown), (rate.PerSecond, rate.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("10/")]
    [InlineData("/s")]
    [InlineData("0/s")]
    [InlineData("0.0/h")]
    [InlineData("-1/s")]
    [InlineData("1e3/s")]
    [InlineData("1,5/s")]
    [InlineData(".5/s")]
    [InlineData("1 /s")]
    [InlineData("10/S")]
    [InlineData("10/sec")]
    [InlineData("10/d")]
    [InlineData("1000001/s")]
    public void Refuses_everything_else(string text) => Assert.False(RequestRate.TryParse(text, out _));

    [Fact]
    public void Rates_are_compared_by_what_they_come_to() =>
        Assert.True(new RequestRate(1) < new RequestRate(2) && new RequestRate(2) >= new RequestRate(2) && new RequestRate(1) <= new RequestRate(1) && new RequestRate(3) > new RequestRate(2));
}
