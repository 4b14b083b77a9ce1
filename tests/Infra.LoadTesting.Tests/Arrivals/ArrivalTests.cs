using Infra.LoadTesting.Arrivals;

namespace Infra.LoadTesting.Tests.Arrivals;

public sealed class ArrivalTests
{
    [Fact]
    public void A_constant_rate_is_never_off_by_more_than_rounding() =>
        Assert.Equal([0, 333_333, 666_666, 1_000_000, 1_333_333], ArrivalTimes.Constant(3).Take(5));

    [Fact]
    public void Poisson_has_the_rate_and_the_spread_of_independent_users()
    {
        var times = ArrivalTimes.Poisson(100, seed: 7).Take(20_000).ToList();
        var gaps = times.Zip(times.Skip(1), (one, next) => (double)(next - one)).ToList();
        var mean = gaps.Average();

        // Exponential gaps: their deviation is their mean, 10 ms; three standard errors of 20,000 are 2 %.
        Assert.InRange(mean, 9_800, 10_200);
        Assert.InRange(Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean))), 9_700, 10_300);
        Assert.Equal(times, ArrivalTimes.Poisson(100, seed: 7).Take(20_000));
        Assert.NotEqual(times[0], ArrivalTimes.Poisson(100, seed: 8).First());
    }

    [Theory]
    [InlineData("50", 50)]
    [InlineData("50/s", 50)]
    [InlineData("0.5/s", 0.5)]
    [InlineData("3000/min", 50)]
    [InlineData("3600/h", 1)]
    public void A_rate_is_a_number_per_time(string text, double perSecond)
    {
        Assert.True(ArrivalRate.TryParse(text, out var rate));
        Assert.Equal(perSecond, rate, 1e-9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1/s")]
    [InlineData("5/")]
    [InlineData("5/d")]
    [InlineData("5/s/s")]
    [InlineData("many")]
    [InlineData("1e9/s")]
    [InlineData("1000001/s")]
    [InlineData("99999999999/min")]
    public void Anything_else_is_none(string text) => Assert.False(ArrivalRate.TryParse(text, out _));
}
