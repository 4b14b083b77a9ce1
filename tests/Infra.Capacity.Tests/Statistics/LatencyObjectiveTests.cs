using Infra.Capacity.Statistics;

namespace Infra.Capacity.Tests.Statistics;

public sealed class LatencyObjectiveTests
{
    [Theory]
    [InlineData("p95=1s", 95, 1_000_000, "p95=1s")]
    [InlineData("p99.9=2.5s", 99.9, 2_500_000, "p99.9=2500ms")]
    [InlineData("p50=250ms", 50, 250_000, "p50=250ms")]
    [InlineData("p100=0.5ms", 100, 500, "p100=500us")]
    [InlineData("p99=20us", 99, 20, "p99=20us")]
    public void An_objective_is_a_percentile_and_a_time(string text, double percent, long micros, string shown)
    {
        Assert.True(LatencyObjective.TryParse(text, out var objective));
        Assert.Equal(new LatencyObjective((decimal)percent, micros), objective);
        Assert.Equal(shown, $"{objective}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("95=1s")]
    [InlineData("p=1s")]
    [InlineData("p0=1s")]
    [InlineData("p101=1s")]
    [InlineData("p95=1")]
    [InlineData("p95=s")]
    [InlineData("p95=-1s")]
    [InlineData("p95=0s")]
    [InlineData("p95=1,5s")]
    [InlineData("p95=1m")]
    [InlineData("p95=1s=2s")]
    [InlineData("p95=99999999999s")]
    public void Anything_else_is_none(string text) => Assert.False(LatencyObjective.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0 µs")]
    [InlineData(999.4, "999 µs")]
    [InlineData(999.6, "1.00 ms")]
    [InlineData(12_340, "12.3 ms")]
    [InlineData(999_400, "999 ms")]
    [InlineData(999_600, "1.00 s")]
    [InlineData(61_000_000, "61.0 s")]
    [InlineData(3_600_000_000, "3600 s")]
    public void A_time_has_three_digits_and_a_unit(double micros, string text) => Assert.Equal(text, LatencyText.Of(micros));
}
